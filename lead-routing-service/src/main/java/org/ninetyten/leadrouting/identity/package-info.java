/** Tells whether two leads are of one customer. */
@NullMarked
package org.ninetyten.leadrouting.identity;

import org.jspecify.annotations.NullMarked;
