/** Deals, their estimates and the 90/10 rule. */
@NullMarked
package org.ninetyten.leadrouting.deal;

import org.jspecify.annotations.NullMarked;
