/** Budgets per year, region and currency, which no one can overdraw. */
@NullMarked
package org.ninetyten.events.budget;

import org.jspecify.annotations.NullMarked;
