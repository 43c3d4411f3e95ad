package org.ninetyten.billing.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateFileTest {

    private static final String ECB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <gesmes:subject>Reference rates</gesmes:subject>
              <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
              <Cube>
                <Cube time='2026-11-27'>
                  <Cube currency='USD' rate='1.0812'/>
                  <Cube currency='JPY' rate='163.55'/>
                </Cube>
                <Cube time="2026-11-26"><Cube currency="USD" rate="1.0801"/></Cube>
              </Cube>
            </gesmes:Envelope>""";

    @Test
    void theEuropeanCentralBanksXmlIsRead() {
        List<NewRate> rates = new ArrayList<>();
        RateFile.xml(stream(ECB_XML), rates::add);

        assertEquals(
                List.of(
                        rate("ECB", "EUR", "USD", "2026-11-27", "1.0812"),
                        rate("ECB", "EUR", "JPY", "2026-11-27", "163.55"),
                        rate("ECB", "EUR", "USD", "2026-11-26", "1.0801")),
                rates);
    }

    @Test
    void theEuropeanCentralBanksCsvIsRead() {
        assertEquals(
                List.of(
                        rate("ECB", "EUR", "USD", "2026-11-27", "1.0812"),
                        rate("ECB", "EUR", "USD", "2026-11-26", "1.0801"),
                        rate("ECB", "EUR", "JPY", "2026-11-26", "163.10")),
                csv("Date, USD, JPY, \n2026-11-27, 1.0812, N/A, \n2026-11-26,1.0801,163.10,\n", null));
    }

    @Test
    void ourOwnCsvIsRead() {
        assertEquals(
                List.of(rate("National Bank", "EUR", "KZT", "2026-11-27", "563.12")),
                csv("date,base,quote,rate\n2026-11-27,EUR,KZT,563.12\n", "National Bank"));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        unreadable(1, "The file is empty", "", "me");
        unreadable(1, "The header is neither", "day,from,to,rate\n", "me");
        unreadable(1, "Say the source", "date,base,quote,rate\n2026-11-27,EUR,USD,1\n", null);
        unreadable(
                3, "ZZZ is not a currency", "date,base,quote,rate\n2026-11-27,EUR,USD,1\n2026-11-27,EUR,ZZZ,1\n", "me");
        unreadable(2, "XAU is not a currency", "date,base,quote,rate\n2026-11-27,EUR,XAU,1\n", "me");
        unreadable(2, "is not a number", "date,base,quote,rate\n2026-11-27,EUR,USD,dear\n", "me");
        unreadable(2, "not above 0", "date,base,quote,rate\n2026-11-27,EUR,USD,0\n", "me");
        unreadable(2, "more than 12 decimals", "date,base,quote,rate\n2026-11-27,EUR,USD,1.0000000000001\n", "me");
        unreadable(2, "A date is not one", "date,base,quote,rate\n27.11.2026,EUR,USD,1\n", "me");
        unreadable(2, "has 3 cells", "date,base,quote,rate\n2026-11-27,EUR,USD\n", "me");
        unreadable(2, "the base itself", "date,base,quote,rate\n2026-11-27,EUR,EUR,1\n", "me");
    }

    @Test
    void aFileThatPointsElsewhereIsNotFollowed() {
        String bomb = """
                <!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <Cube time="2026-11-27"><Cube currency="&secret;" rate="1"/></Cube>""";

        assertThrows(RateFile.Unreadable.class, () -> RateFile.xml(stream(bomb), rate -> {}));
        assertThrows(RateFile.Unreadable.class, () -> RateFile.xml(stream("<Cube>"), rate -> {}));
        assertThrows(RateFile.Unreadable.class, () -> RateFile.xml(stream("<Cube/>"), rate -> {}));
    }

    private static void unreadable(long line, String reason, String file, String source) {
        RateFile.Unreadable refusal = assertThrows(RateFile.Unreadable.class, () -> csv(file, source));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(line, refusal.line());
    }

    private static List<NewRate> csv(String file, String source) {
        List<NewRate> rates = new ArrayList<>();
        RateFile.csv(stream(file), source, rates::add);
        return rates;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static NewRate rate(String source, String base, String quote, String on, String rate) {
        return new NewRate(
                source,
                Currency.getInstance(base),
                Currency.getInstance(quote),
                LocalDate.parse(on),
                new BigDecimal(rate));
    }
}
