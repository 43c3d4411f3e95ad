/** Publishes what happens to deals. */
@NullMarked
package org.ninetyten.leadrouting.deal.messaging;

import org.jspecify.annotations.NullMarked;
