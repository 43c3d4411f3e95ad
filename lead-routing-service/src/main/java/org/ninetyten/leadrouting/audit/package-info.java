/** Who did what in another's name. */
@NullMarked
package org.ninetyten.leadrouting.audit;

import org.jspecify.annotations.NullMarked;
