/** Host applications over HTTP. */
@NullMarked
package org.ninetyten.events.host.rest;

import org.jspecify.annotations.NullMarked;
