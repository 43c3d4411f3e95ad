/** What billing keeps of the partners: their tiers over time. */
@NullMarked
package org.ninetyten.billing.partner;

import org.jspecify.annotations.NullMarked;
