/** Ratings over REST. */
@NullMarked
package org.ninetyten.leadrouting.rating.rest;

import org.jspecify.annotations.NullMarked;
