/** Applications' published events. */
@NullMarked
package org.ninetyten.partner.application.messaging;

import org.jspecify.annotations.NullMarked;
