/** Publishes ratings. */
@NullMarked
package org.ninetyten.leadrouting.rating.messaging;

import org.jspecify.annotations.NullMarked;
