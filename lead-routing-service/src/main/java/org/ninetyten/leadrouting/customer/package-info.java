/** Customers and their partner of record. */
@NullMarked
package org.ninetyten.leadrouting.customer;

import org.jspecify.annotations.NullMarked;
