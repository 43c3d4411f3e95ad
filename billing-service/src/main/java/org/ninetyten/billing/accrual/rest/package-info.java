/** Accruals over HTTP. */
@NullMarked
package org.ninetyten.billing.accrual.rest;

import org.jspecify.annotations.NullMarked;
