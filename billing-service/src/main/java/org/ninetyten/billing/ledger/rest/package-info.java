/** Reads of the ledger over HTTP. */
@NullMarked
package org.ninetyten.billing.ledger.rest;

import org.jspecify.annotations.NullMarked;
