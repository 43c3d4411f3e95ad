package org.ninetyten.leadrouting.transfer.rest;

/** Files and answers as they look, for the description of the API. */
final class TransferExamples {

    static final String CSV = """
            externalId,product,company,contactName,contactEmail,country,city,needs,consent
            FAIR-1,Portal,Muster GmbH,Erika Muster,erika@example.org,DE,Berlin,IMPLEMENTATION|TRAINING,true
            """;

    static final String NDJSON = """
            {"externalId": "FAIR-1", "product": "Portal", "company": "Muster GmbH", "country": "DE", "consent": false}
            """;

    static final String IMPORT = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7001", "state": "FINISHED", "format": "CSV",
             "rows": {"read": 1000, "taken": 940, "known": 12, "merged": 30, "review": 8, "spam": 0, "rejected": 10},
             "createdAt": "2026-11-23T09:00:00Z", "changedAt": "2026-11-23T09:00:04Z"}""";

    static final String IMPORT_PAGE = """
            {"items": [
              {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e7001", "state": "FINISHED", "format": "CSV",
               "rows": {"read": 1000, "taken": 940, "known": 12, "merged": 30, "review": 8, "spam": 0,
                 "rejected": 10},
               "createdAt": "2026-11-23T09:00:00Z", "changedAt": "2026-11-23T09:00:04Z"}]}""";

    static final String REJECTIONS = """
            {"line": 17, "field": "country", "reason": "must be an ISO 3166-1 country code such as KZ"}
            """;

    static final String REJECTIONS_CSV = """
            line,field,reason
            17,country,must be an ISO 3166-1 country code such as KZ
            """;

    static final String LEADS = """
            {"id": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "status": "OFFERED", "source": "IMPORT", "product": "Portal"}
            """;

    static final String LEADS_CSV = """
            id,externalId,status,source,product
            0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001,FAIR-1,OFFERED,IMPORT,Portal
            """;

    private TransferExamples() {}
}
