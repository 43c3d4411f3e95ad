/** Exchange rates, each with its source and date, and what they convert. */
@NullMarked
package org.ninetyten.billing.rate;

import org.jspecify.annotations.NullMarked;
