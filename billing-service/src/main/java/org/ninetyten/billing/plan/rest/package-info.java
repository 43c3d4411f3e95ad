/** Reads of the split plans over HTTP. */
@NullMarked
package org.ninetyten.billing.plan.rest;

import org.jspecify.annotations.NullMarked;
