package org.ninetyten.billing.partner;

import java.time.LocalDate;
import java.util.UUID;

/** From a date on, a partner has a tier. The version is the partner's: it rises with every change. */
public record TierChange(UUID partnerId, long version, Tier tier, LocalDate effectiveFrom, int ruleSetVersion) {}
