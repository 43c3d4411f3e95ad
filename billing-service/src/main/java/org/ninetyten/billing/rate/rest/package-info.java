/** Exchange rates over HTTP. */
@NullMarked
package org.ninetyten.billing.rate.rest;

import org.jspecify.annotations.NullMarked;
