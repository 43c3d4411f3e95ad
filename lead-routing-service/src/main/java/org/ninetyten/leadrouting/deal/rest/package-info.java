/** Deals over REST. */
@NullMarked
package org.ninetyten.leadrouting.deal.rest;

import org.jspecify.annotations.NullMarked;
