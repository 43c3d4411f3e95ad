/** Events on their way in: each applied once, in order per key, and kept as a dead letter when that is impossible. */
@NullMarked
package org.ninetyten.messaging.inbox;

import org.jspecify.annotations.NullMarked;
