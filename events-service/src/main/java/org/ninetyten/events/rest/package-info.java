/** What the edges of several features share. */
@NullMarked
package org.ninetyten.events.rest;

import org.jspecify.annotations.NullMarked;
