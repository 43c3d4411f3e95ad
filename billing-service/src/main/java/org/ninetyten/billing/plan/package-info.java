/** The split plans: who gets which share of what, by version. */
@NullMarked
package org.ninetyten.billing.plan;

import org.jspecify.annotations.NullMarked;
