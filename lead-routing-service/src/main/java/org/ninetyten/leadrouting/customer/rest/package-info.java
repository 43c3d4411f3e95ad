/** Customers and their partner of record over REST. */
@NullMarked
package org.ninetyten.leadrouting.customer.rest;

import org.jspecify.annotations.NullMarked;
