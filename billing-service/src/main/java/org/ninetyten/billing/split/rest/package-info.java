/** Reads of splits, 90/10 results and reports over HTTP. */
@NullMarked
package org.ninetyten.billing.split.rest;

import org.jspecify.annotations.NullMarked;
