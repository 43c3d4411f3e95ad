/** The payout policy over REST. */
@NullMarked
package org.ninetyten.billing.policy.rest;

import org.jspecify.annotations.NullMarked;
