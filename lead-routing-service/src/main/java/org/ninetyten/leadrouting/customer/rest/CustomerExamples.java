package org.ninetyten.leadrouting.customer.rest;

/** Requests and answers as they look, for the description of the API. */
final class CustomerExamples {

    static final String CUSTOMER = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "partnerOfRecord": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
             "partnerOfRecordSince": "2026-11-23T10:00:00Z", "createdAt": "2026-11-20T08:00:00Z", "moves": [
               {"fromPartnerId": "0199f1d2-0002-7c3e-9b41-5a0c6a8e3002",
                "toPartnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "cause": "CUSTOMERS_WISH",
                "why": "The customer has moved to another city.", "movedAt": "2026-11-23T10:00:00Z",
                "movedBy": "partner-manager"}]}""";

    static final String MOVE = """
            {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "why": "The customer has moved to another city."}""";

    static final String ASK = """
            {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "why": "We have moved to another city."}""";

    static final String WHY = "{\"why\": \"The partner has answered meanwhile.\"}";

    static final String REQUEST = """
            {"id": "0199f1d6-1000-7c3e-9b41-5a0c6a8e8401", "customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001",
             "wantedPartnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "why": "We have moved to another city.",
             "state": "OPEN", "askedAt": "2026-11-23T10:00:00Z", "askedBy": "service-account-website", "version": 0}""";

    static final String REQUESTS = "{\"items\": [" + REQUEST + "]}";

    private CustomerExamples() {}
}
