/** Reads the events of partner-service and academy-service. */
@NullMarked
package org.ninetyten.leadrouting.partner.messaging;

import org.jspecify.annotations.NullMarked;
