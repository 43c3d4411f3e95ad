/** The versions of the routing policy as people write, check, compare and withdraw them. */
@NullMarked
package org.ninetyten.leadrouting.policy;

import org.jspecify.annotations.NullMarked;
