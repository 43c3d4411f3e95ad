/** Publishes what happens to registrations. */
@NullMarked
package org.ninetyten.leadrouting.registration.messaging;

import org.jspecify.annotations.NullMarked;
