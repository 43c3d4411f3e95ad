/** What partners and customers say of a lead and the work, once each. */
@NullMarked
package org.ninetyten.leadrouting.rating;

import org.jspecify.annotations.NullMarked;
