/** Budgets over HTTP. */
@NullMarked
package org.ninetyten.events.budget.rest;

import org.jspecify.annotations.NullMarked;
