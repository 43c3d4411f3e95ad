package org.ninetyten.billing.plan;

import java.util.Currency;

/**
 * The numbers of a plan beside its rules.
 *
 * @param currency of the limits of bands and caps
 * @param licenceLimitBasisPoints the largest share of a bill that may be licence
 * @param suggestionLimit how many services to suggest at once
 * @param holdDays how long after the invoice date an accrual is held
 * @param clawBackMonths how long after the invoice date a refund takes back the partner's part
 * @param recoveryLimitBasisPoints what recovery may take of a statement
 * @param fraudHoldDays how long a line may wait for a decision about fraud
 * @param servicesAlarmBasisPoints the ratio of services to licence share below which there is an alarm
 * @param rateMaxAgeDays how old an exchange rate may be that compares another currency with the limits
 * @param secondServiceMonths the months in which a customer should buy a second service
 */
public record PlanTerms(
        Currency currency,
        int licenceLimitBasisPoints,
        int suggestionLimit,
        int holdDays,
        int clawBackMonths,
        int recoveryLimitBasisPoints,
        int fraudHoldDays,
        int servicesAlarmBasisPoints,
        int rateMaxAgeDays,
        int secondServiceMonths) {}
