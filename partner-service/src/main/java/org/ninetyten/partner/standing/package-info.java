/** What a partner has achieved, and the tier that follows from it. */
@NullMarked
package org.ninetyten.partner.standing;

import org.jspecify.annotations.NullMarked;
