/** Bank details over REST; account numbers go in and never come out. */
@NullMarked
package org.ninetyten.billing.bank.rest;

import org.jspecify.annotations.NullMarked;
