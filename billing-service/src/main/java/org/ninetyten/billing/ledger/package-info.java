/** The double-entry ledger: accounts, journal entries, postings, balances. */
@NullMarked
package org.ninetyten.billing.ledger;

import org.jspecify.annotations.NullMarked;
