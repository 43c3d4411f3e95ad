/** Partners: what they offer and where, their status and their tiers over time. */
@NullMarked
package org.ninetyten.partner.partner;

import org.jspecify.annotations.NullMarked;
