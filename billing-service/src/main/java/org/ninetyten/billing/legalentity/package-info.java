/** The companies of the vendor that bill partners, and the days on which they work. */
@NullMarked
package org.ninetyten.billing.legalentity;

import org.jspecify.annotations.NullMarked;
