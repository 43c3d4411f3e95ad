/** Has the hash chain of the ledger verified. */
@NullMarked
package org.ninetyten.local.ledger;

import org.jspecify.annotations.NullMarked;
