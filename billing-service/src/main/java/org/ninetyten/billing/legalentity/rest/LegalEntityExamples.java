package org.ninetyten.billing.legalentity.rest;

/** What the documentation shows. */
final class LegalEntityExamples {

    static final String ENTITY = """
            {"code": "CIS", "name": "The vendor in Kazakhstan LLP", "numberPrefix": "KZ", "country": "KZ", "region": "CIS",
             "holidays": [{"day": "2027-03-08", "name": "International Women's Day"}], "version": 1}""";

    static final String ADD = """
            {"code": "CIS", "name": "The vendor in Kazakhstan LLP", "numberPrefix": "KZ", "country": "KZ", "region": "CIS",
             "holidays": [{"day": "2027-03-08", "name": "International Women's Day"}],
             "why": "The new company bills the region from January on."}""";

    static final String CHANGE = """
            {"name": "The vendor in Kazakhstan LLP", "country": "KZ", "region": "CIS",
             "holidays": [{"day": "2027-03-08", "name": "International Women's Day"},
              {"day": "2027-03-22", "name": "Nauryz"}],
             "why": "The holidays of 2027 are published."}""";

    private LegalEntityExamples() {}
}
