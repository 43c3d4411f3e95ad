/** Keeps the read model of partners and their staff. */
@NullMarked
package org.ninetyten.academy.partner.messaging;

import org.jspecify.annotations.NullMarked;
