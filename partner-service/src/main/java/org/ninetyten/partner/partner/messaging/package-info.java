/** Partners' published events. */
@NullMarked
package org.ninetyten.partner.partner.messaging;

import org.jspecify.annotations.NullMarked;
