package org.ninetyten.billing.plan.rest;

/** Examples of the documentation. */
final class PlanExamples {

    static final String REQUEST = """
            {"name": "Standard 2027", "validFrom": "2027-01-01", "why": "Decided on 20 November: more for large licences.",
             "terms": {"currency": "EUR", "licenceLimitBasisPoints": 1000, "suggestionLimit": 3, "holdDays": 30,
              "clawBackMonths": 12, "recoveryLimitBasisPoints": 5000, "fraudHoldDays": 14,
              "servicesAlarmBasisPoints": 20000, "rateMaxAgeDays": 10, "secondServiceMonths": 12},
             "rules": [
              {"code": "licence-renewal", "kind": "LICENCE", "sale": "RENEWAL", "partnerBasisPoints": 3000,
               "caps": [{"scope": "CUSTOMER", "period": "YEAR", "limitMinor": 5000000}]},
              {"code": "licence", "kind": "LICENCE", "bandMode": "MARGINAL", "bands": [
               {"fromMinor": 0, "toMinor": 1000000, "partnerBasisPoints": 4000},
               {"fromMinor": 1000000, "partnerBasisPoints": 5000}]},
              {"code": "service-by-partner", "kind": "SERVICE", "performer": "PARTNER", "partnerBasisPoints": 10000,
               "platformFeeBasisPoints": 500},
              {"code": "service-by-vendor", "kind": "SERVICE", "partnerBasisPoints": 0}],
             "suggestions": ["IMPLEMENTATION", "DATA_MIGRATION", "TRAINING"]}
            """;

    private PlanExamples() {}
}
