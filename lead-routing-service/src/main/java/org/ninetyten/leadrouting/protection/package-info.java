/** A partner's right, for a time, to a customer that it has registered. */
@NullMarked
package org.ninetyten.leadrouting.protection;

import org.jspecify.annotations.NullMarked;
