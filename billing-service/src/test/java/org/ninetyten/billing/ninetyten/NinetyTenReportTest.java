package org.ninetyten.billing.ninetyten;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.implementation;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.line;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.partner.KeepPlace;
import org.ninetyten.billing.partner.Place;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class NinetyTenReportTest {

    @Inject
    KeepPlace keepPlace;

    /** Each test has a year of its own, so that others' deals are not in its sums. */
    private UUID sell(UUID partner, UUID customer, String on, Billing.Line... lines) {
        UUID deal = id();
        Map<String, Object> closed = wonDeal(deal, partner, on, lines);
        closed.put("customerId", customer);
        close(closed, partner);
        awaitSplit(deal);
        return deal;
    }

    private UUID partnerIn(String region) {
        UUID partner = id();
        keepPlace.handle(new Place(partner, 1, "KZ", region, "Asia/Almaty", LocalDate.parse("2000-01-01")));
        return partner;
    }

    @Test
    void theNetworkIsSummedByMonthWithTheAlarmBelowTwo() {
        UUID partner = partnerIn("CIS");
        sell(partner, id(), "2011-03-05", licence(100_000), implementation(900_000));
        // 400.00 of the licence and 799.99 of services: less than twice as much.
        sell(partner, id(), "2011-04-30", licence(100_000), implementation(79_999));
        sell(partner, id(), "2011-05-31", licence(100_000), implementation(80_000));

        asFinance("/v1/reports/ninety-ten?from=2011-01&to=2011-12")
                .statusCode(200)
                .body("items.month", contains("2011-03", "2011-04", "2011-05"))
                .body("items.licenceShareBasisPoints", contains(1_000, 5_556, 5_556))
                .body("items.passing", contains(1, 0, 0))
                .body("items.servicesToLicenceShareBasisPoints", contains(225_000, 19_999, 20_000))
                .body("items.alarm", contains(false, true, false));
        asFinance("/v1/reports/ninety-ten?from=2011-04&to=2011-12&monthly=false")
                .body("items", hasSize(1))
                .body("items[0].month", nullValue())
                .body("items[0].deals", equalTo(2))
                .body("items[0].partnerLicenceMinor", equalTo(80_000))
                .body("items[0].partnerServicesMinor", equalTo(159_999));
    }

    @Test
    void regionsAndPartnersAreSummedApart() {
        UUID one = partnerIn("AFRICA");
        UUID other = partnerIn("EUROPE");
        sell(one, id(), "2012-03-05", licence(1_000));
        sell(other, id(), "2012-03-05", licence(2_000));
        sell(other, id(), "2012-03-06", licence(3_000));
        sell(id(), id(), "2012-03-06", licence(4_000));

        asFinance("/v1/reports/ninety-ten?from=2012-01&to=2012-12&by=REGION")
                .body("items.region", contains("AFRICA", "EUROPE", "UNKNOWN"))
                .body("items.licenceMinor", contains(1_000, 5_000, 4_000));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = asFinance(
                            "/v1/reports/ninety-ten?from=2012-01&to=2012-12&by=PARTNER&limit=1&cursor={c}", cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.partnerId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(3, seen.size());
        assertEquals(List.of(one.toString(), other.toString()), seen.subList(0, 2));
    }

    @Test
    void aPartnerSeesItselfAlone() {
        UUID one = partnerIn("CIS");
        UUID other = partnerIn("CIS");
        sell(one, id(), "2013-03-05", licence(1_000));
        sell(other, id(), "2013-03-05", licence(2_000));

        for (String by : List.of("NETWORK", "REGION", "PARTNER")) {
            get(Tokens.partner(one), "/v1/reports/ninety-ten?from=2013-01&to=2013-12&by=" + by)
                    .statusCode(200)
                    .body("items.partnerId", contains(one.toString()))
                    .body("items.licenceMinor", contains(1_000));
        }
        get(Tokens.nobody(), "/v1/reports/ninety-ten?from=2013-01&to=2013-12").statusCode(403);
    }

    @Test
    void customersWithASecondServiceInTwelveMonthsAreCounted() {
        UUID partner = partnerIn("CIS");
        UUID back = id();
        sell(partner, back, "2014-01-10", licence(1_000), implementation(100));
        sell(partner, back, "2015-01-09", line("TRAINING", 100, "PARTNER", "PARTNER"));
        UUID late = id();
        sell(partner, late, "2014-01-10", licence(1_000), implementation(100));
        sell(partner, late, "2015-01-10", line("TRAINING", 100, "PARTNER", "PARTNER"));
        UUID free = id();
        sell(partner, free, "2014-01-10", implementation(100), line("TRAINING", 0, "PARTNER", "PARTNER"));

        get(Tokens.partner(partner), "/v1/reports/second-services?from=2014-01&to=2014-12")
                .statusCode(200)
                .body("customers", contains(3))
                .body("withSecondService", contains(1))
                .body("shareBasisPoints", contains(3_333));
        asFinance("/v1/reports/second-services?from=2014-01&to=2014-12&by=REGION")
                .body("region", contains("CIS"))
                .body("customers", contains(3));
        asFinance("/v1/reports/second-services?from=2014-01&to=2014-12&by=PARTNER")
                .statusCode(400);
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        asFinance("/v1/reports/ninety-ten?from=2014-02&to=2014-01")
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
        asFinance("/v1/reports/ninety-ten?from=2014-13&to=2015-01").statusCode(400);
        asFinance("/v1/reports/ninety-ten?from=1990-01&to=2014-01").statusCode(400);
        asFinance("/v1/reports/ninety-ten?to=2014-01").statusCode(400);
        asFinance("/v1/reports/ninety-ten?from=2014-01&to=2014-02&by=PLANET").statusCode(400);
        asFinance("/v1/reports/ninety-ten?from=2014-01&to=2014-02&cursor=x").statusCode(400);
    }
}
