/** What each partner is told once a month: what came, what was taken back, what was paid, what is owed. */
@NullMarked
package org.ninetyten.billing.statement;

import org.jspecify.annotations.NullMarked;
