/** Publishes attendance, which is personal data, to its own topic. */
@NullMarked
package org.ninetyten.events.registration.messaging;

import org.jspecify.annotations.NullMarked;
