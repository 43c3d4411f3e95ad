package org.ninetyten.leadrouting.deal.rest;

/** Answers as they look, for the description of the API. */
final class DealExamples {

    static final String DEAL = """
            {"id": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001",
             "customerCountry": "DE", "product": "Portal Enterprise", "currency": "EUR", "status": "PROPOSED",
             "openedAt": "2026-11-23T10:00:00Z", "changedAt": "2026-11-23T11:00:00Z", "version": 1,
             "lines": [
               {"lineId": "0199f1d3-0a11-7c3e-9b41-5a0c6a8e7001", "incomePoint": "LICENCE", "quantity": 10,
                "unitPriceMinor": 12000, "taxBasisPoints": 1900, "netMinor": 120000, "taxMinor": 22800,
                "performer": "VENDOR", "billedBy": "VENDOR"},
               {"lineId": "0199f1d3-0a11-7c3e-9b41-5a0c6a8e7002", "incomePoint": "IMPLEMENTATION", "quantity": 12,
                "unitPriceMinor": 95000, "taxBasisPoints": 1900, "netMinor": 1140000, "taxMinor": 216600,
                "performer": "PARTNER", "billedBy": "PARTNER"}],
             "ninetyTen": {"passes": true, "licenceMinor": 120000, "totalMinor": 1260000, "shareBasisPoints": 952,
                "missingServicesMinor": 0, "suggestions": [], "mode": "WARN", "blocks": false}}""";

    static final String FOLLOW_ON = """
            {"customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "product": "Portal Enterprise",
             "currency": "EUR"}""";

    static final String LICENCE_ONLY = """
            {"lines": [
              {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
               "performer": "VENDOR", "billedBy": "VENDOR"}]}""";

    static final String CHECK = """
            {"lines": [
               {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
                "netMinor": 120000, "taxMinor": 22800, "performer": "VENDOR", "billedBy": "VENDOR"}],
             "ninetyTen": {"passes": false, "licenceMinor": 120000, "servicesMinor": 0, "totalMinor": 120000,
                "shareBasisPoints": 10000, "missingServicesMinor": 1080000,
                "suggestions": ["IMPLEMENTATION", "TRAINING", "SUPPORT"], "mode": "WARN", "blocks": false}}""";

    static final String PAGE = """
            {"items": [
              {"id": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
               "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
               "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "product": "Portal Enterprise",
               "currency": "EUR", "status": "PROPOSED", "openedAt": "2026-11-23T10:00:00Z", "licenceMinor": 120000,
               "totalMinor": 1260000}]}""";

    static final String REFUND_REQUEST = """
            {"reason": "NOT_DELIVERED", "refundedOn": "2026-11-24",
             "lines": [{"lineId": "0199f1d3-0a11-7c3e-9b41-5a0c6a8e7002", "netMinor": 160000}]}""";

    static final String REFUND = """
            {"id": "0199f1d9-4400-7c3e-9b41-5a0c6a8e5901", "dealId": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001",
             "refundedOn": "2026-11-24", "reason": "NOT_DELIVERED", "netMinor": 160000, "taxMinor": 30400,
             "lines": [{"lineId": "0199f1d3-0a11-7c3e-9b41-5a0c6a8e7002", "incomePoint": "IMPLEMENTATION",
               "netMinor": 160000, "taxMinor": 30400}], "refundedAt": "2026-11-24T10:15:00Z"}""";

    static final String REFUNDS = "{\"refunds\": []}";

    private DealExamples() {}
}
