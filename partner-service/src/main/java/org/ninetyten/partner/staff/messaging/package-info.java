/** Partner staff's published events. */
@NullMarked
package org.ninetyten.partner.staff.messaging;

import org.jspecify.annotations.NullMarked;
