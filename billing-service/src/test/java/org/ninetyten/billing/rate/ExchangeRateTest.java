package org.ninetyten.billing.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class ExchangeRateTest {

    private static final String ECB = """
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <Cube><Cube time="2015-06-05"><Cube currency="USD" rate="1.25"/><Cube currency="GBP" rate="0.5"/></Cube></Cube>
            </gesmes:Envelope>""";

    @Test
    void aFileOfTheEuropeanCentralBankIsKeptOnceAndConverts() {
        upload("application/xml", "", ECB).statusCode(200).body("first", equalTo("2015-06-05"));
        upload("application/xml", "", ECB)
                .statusCode(200)
                .body("added", equalTo(0))
                .body("unchanged", equalTo(2));

        asFinance("/v1/exchange-rates/conversion?from=EUR&to=USD&on=2015-06-05&amountMinor=10000")
                .statusCode(200)
                .body("convertedMinor", equalTo(12_500))
                .body("rates", hasSize(1))
                .body("rates[0].source", equalTo("ECB"));
        asFinance("/v1/exchange-rates/conversion?from=USD&to=EUR&on=2015-06-07&amountMinor=12500")
                .body("convertedMinor", equalTo(10_000))
                .body("rates[0].on", equalTo("2015-06-05"));
        // Two currencies without a rate between them meet in the euro.
        asFinance("/v1/exchange-rates/conversion?from=GBP&to=USD&on=2015-06-05&amountMinor=1000")
                .body("convertedMinor", equalTo(2_500))
                .body("rates", hasSize(2));
        asFinance("/v1/exchange-rates/conversion?from=USD&to=EUR&on=2015-07-05&amountMinor=1")
                .statusCode(404);
        asFinance("/v1/exchange-rates/conversion?from=USD&to=EUR&on=2015-07-05&amountMinor=1&maxAgeDays=60")
                .statusCode(200);
    }

    @Test
    void aRateOfOneDayIsReplacedForWhatComesLaterAndBothAreAudited() {
        post(rate("CHF", "1.05")).statusCode(200).body("source", equalTo("A bank"));
        post(rate("CHF", "1.0625")).statusCode(200);

        asFinance("/v1/exchange-rates/conversion?from=EUR&to=CHF&on=2014-03-03&amountMinor=10000")
                .body("convertedMinor", equalTo(10_625));
        asFinance("/v1/exchange-rates?base=EUR&quote=CHF").statusCode(200).body("items.rate", contains(1.0625f, 1.05f));
        asFinance("/v1/audit-records?object=exchange-rate/EUR-CHF/2014-03-03")
                .body("items", hasSize(2))
                .body("items[0].before.rate", equalTo(1.05f))
                .body("items[0].after.rate", equalTo(1.0625f))
                .body("items[0].why", equalTo("the bank said so"));
    }

    @Test
    void ourOwnFileIsKeptWholeOrNotAtAll() {
        upload("text/csv", "?source=National+Bank", "date,base,quote,rate\n2014-03-03,EUR,KZT,250.5\n")
                .statusCode(200)
                .body("added", equalTo(1));
        upload(
                        "text/csv",
                        "?source=National+Bank",
                        "date,base,quote,rate\n2014-03-04,EUR,KZT,251\n2014-03-05,EUR,KZT,dear\n")
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("line 3"));
        asFinance("/v1/exchange-rates?base=EUR&quote=KZT").body("items", hasSize(1));
        upload("text/csv", "", "date,base,quote,rate\n2014-03-04,EUR,KZT,251\n")
                .statusCode(400)
                .body("errors[0].reason", containsString("source"));
        upload("application/pdf", "", "x").statusCode(415);
        upload("text/csv", "?source=x", "date,base,quote,rate\n2999-03-04,EUR,KZT,251\n")
                .statusCode(400);
    }

    @Test
    void whatIsNoRateIsRefused() {
        post(rate("ZZZ", "1")).statusCode(400).body("errors[0].field", equalTo("quote"));
        post(rate("XAU", "1")).statusCode(400).body("errors[0].field", equalTo("quote"));
        post(rate("EUR", "1")).statusCode(400).body("errors[0].field", equalTo("quote"));
        post(rate("USD", "0")).statusCode(400).body("errors[0].field", equalTo("rate"));
        post(rate("USD", "-1")).statusCode(400).body("errors[0].field", equalTo("rate"));
        post(rate("USD", "1.0000000000001"))
                .statusCode(400)
                .body("errors[0].field", equalTo("rate"))
                .body("errors[0].reason", containsString("more than 12 decimals"));
        post(rate("USD", "1").replace("2014-03-03", "2999-01-01"))
                .statusCode(400)
                .body("errors[0].field", equalTo("on"));
        given().auth()
                .oauth2(Tokens.vendor("executive"))
                .contentType("application/json")
                .body(rate("USD", "1"))
                .post("/v1/exchange-rates")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.partner(id()))
                .get("/v1/exchange-rates")
                .then()
                .statusCode(403);
        asFinance("/v1/exchange-rates/conversion?from=EUR&to=USD&on=today&amountMinor=1")
                .statusCode(400);
        asFinance("/v1/exchange-rates/conversion?from=EUR&to=QQQ&on=2015-06-05&amountMinor=1")
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
        asFinance("/v1/exchange-rates?cursor=nonsense").statusCode(400);
    }

    private static String rate(String quote, String rate) {
        return """
                {"source": "A bank", "base": "EUR", "quote": "%s", "on": "2014-03-03", "rate": %s, "why": "the bank said so"}""".formatted(quote, rate);
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(body)
                .post("/v1/exchange-rates")
                .then();
    }

    private static ValidatableResponse upload(String type, String query, String file) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .header("Content-Type", type)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/exchange-rates/import" + query)
                .then();
    }
}
