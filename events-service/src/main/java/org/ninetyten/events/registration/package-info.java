/** Visitors: registration, check-in and attendance, and with it the end of an event. */
@NullMarked
package org.ninetyten.events.registration;

import org.jspecify.annotations.NullMarked;
