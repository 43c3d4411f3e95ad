/** Events of other services that a partner's tier depends on. */
@NullMarked
package org.ninetyten.partner.standing.messaging;

import org.jspecify.annotations.NullMarked;
