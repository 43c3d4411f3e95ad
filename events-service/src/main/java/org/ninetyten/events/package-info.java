/** Host applications, budgets, marketing events, registrations and claims. */
@NullMarked
package org.ninetyten.events;

import org.jspecify.annotations.NullMarked;
