/** Trials and free accounts of the product, their usage signals, and the leads that they make. */
@NullMarked
package org.ninetyten.leadrouting.trial;

import org.jspecify.annotations.NullMarked;
