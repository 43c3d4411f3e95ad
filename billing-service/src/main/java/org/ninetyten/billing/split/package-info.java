/** The split of each won deal between the partner and the vendor. */
@NullMarked
package org.ninetyten.billing.split;

import org.jspecify.annotations.NullMarked;
