/** The append-only record of who changed what and why. */
@NullMarked
package org.ninetyten.partner.audit;

import org.jspecify.annotations.NullMarked;
