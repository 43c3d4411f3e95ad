/** Disputes over HTTP. */
@NullMarked
package org.ninetyten.billing.dispute.rest;

import org.jspecify.annotations.NullMarked;
