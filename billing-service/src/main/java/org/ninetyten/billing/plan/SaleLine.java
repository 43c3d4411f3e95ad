package org.ninetyten.billing.plan;

import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;

/**
 * What rules ask of a line.
 *
 * @param region the partner's on the invoice date; absent when it is not known
 */
public record SaleLine(
        IncomePoint incomePoint, Tier tier, @Nullable String region, Sale sale, Party performer, Party billedBy) {}
