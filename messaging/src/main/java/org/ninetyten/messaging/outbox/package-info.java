/** Events on their way out: appended in the caller's transaction, published to Kafka by the relay. */
@NullMarked
package org.ninetyten.messaging.outbox;

import org.jspecify.annotations.NullMarked;
