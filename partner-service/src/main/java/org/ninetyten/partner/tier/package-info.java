/** The tier rules: versioned thresholds and the pure evaluation. */
@NullMarked
package org.ninetyten.partner.tier;

import org.jspecify.annotations.NullMarked;
