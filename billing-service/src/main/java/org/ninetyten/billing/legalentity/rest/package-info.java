/** Lets finance keep the companies of the vendor. */
@NullMarked
package org.ninetyten.billing.legalentity.rest;

import org.jspecify.annotations.NullMarked;
