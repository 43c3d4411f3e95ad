/** Publishes what happens to events. */
@NullMarked
package org.ninetyten.events.marketingevent.messaging;

import org.jspecify.annotations.NullMarked;
