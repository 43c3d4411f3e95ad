/** Claims over HTTP. */
@NullMarked
package org.ninetyten.events.claim.rest;

import org.jspecify.annotations.NullMarked;
