package org.ninetyten.leadrouting.order.rest;

/** Requests and answers as they look, for the description of the API. */
final class OrderExamples {

    static final String PLACE = """
            {"orderId": "W-20261123-0042", "product": "Portal Enterprise", "currency": "EUR",
             "company": "Example Works GmbH", "companyWebsite": "works.example", "country": "DE", "city": "Berlin",
             "language": "de", "contact": {"name": "Ann Example", "email": "ann@works.example"}, "consent": true,
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "lines": [
               {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
                "performer": "VENDOR", "billedBy": "VENDOR"}]}""";

    static final String ORDER = """
            {"id": "0199f1d7-5000-7c3e-9b41-5a0c6a8e8501", "orderId": "W-20261123-0042",
             "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001",
             "product": "Portal Enterprise", "currency": "EUR", "licenceOnly": true, "placedAt": "2026-11-23T10:00:00Z",
             "followUp": "OPEN", "lines": [
               {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
                "performer": "VENDOR", "billedBy": "VENDOR"}], "version": 0}""";

    static final String PAGE = "{\"items\": [" + ORDER + "]}";

    static final String FOLLOW_UP = """
            {"outcome": "SERVICES_SOLD", "note": "Two days of training, see the new deal."}""";

    private OrderExamples() {}
}
