/** Keeps the read model of partners up to date. */
@NullMarked
package org.ninetyten.events.partner.messaging;

import org.jspecify.annotations.NullMarked;
