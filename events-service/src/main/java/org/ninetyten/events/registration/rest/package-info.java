/** Registrations and check-ins over HTTP. */
@NullMarked
package org.ninetyten.events.registration.rest;

import org.jspecify.annotations.NullMarked;
