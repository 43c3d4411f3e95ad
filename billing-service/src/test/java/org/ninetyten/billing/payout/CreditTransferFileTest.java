package org.ninetyten.billing.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.id;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.billing.bank.BankAccount;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Files for the bank against the schema that ISO 20022 publishes. */
class CreditTransferFileTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:15:30.123456Z");
    private static final BankAccount IBAN =
            BankAccount.ofIban("Beispiel GmbH", "DE89370400440532013000", "COBADEFFXXX");
    private static final BankAccount IBAN_ALONE = BankAccount.ofIban("Beispiel GmbH", "DE89370400440532013000", null);
    private static final BankAccount NUMBER = BankAccount.ofNumber("Example Inc", "000123456789", "CHASUS33", "US");
    private static final BankAccount DEBTOR = BankAccount.ofIban("Vendor", "DE02120300000000202051", "BYLADEM1001");

    @ParameterizedTest
    @CsvSource({"EUR, 123456, 1234.56", "JPY, 123456, 123456", "KWD, 123456, 123.456", "USD, 1, 0.01"})
    void sumsHaveAsManyDecimalsAsTheirCurrencyAndAllKindsOfAccountsAreValid(
            String currency, long minor, String written) {
        String file = file(currency, minor, List.of(IBAN, IBAN_ALONE, NUMBER), DEBTOR);

        assertValid(file);
        assertTrue(file.contains("Ccy=\"" + currency + "\">" + written + "<"), file);
        assertTrue(file.contains("<NbOfTxs>3</NbOfTxs>"), file);
    }

    @Test
    void aDebtorWhoseBankIsKnownByTheAccountAloneIsValidToo() {
        assertValid(file("EUR", 1, List.of(IBAN), IBAN_ALONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller & Söhne <GmbH>", "ООО \"Ромашка\"", "Ελλάδα ΑΕ", "株式会社", "a]]>b", "😀 Ltd"})
    void anyNameIsValidInAnyCurrency(String name) {
        BankAccount account = BankAccount.ofIban(name, "DE89370400440532013000", null);

        assertValid(file("EUR", 100, List.of(account), DEBTOR));
        assertValid(file("KZT", 100, List.of(account), DEBTOR));
    }

    @Test
    void inEurosNamesAreWrittenInTheLettersOfSepaAndElsewhereAsTheBankKnowsThem() throws Exception {
        BankAccount german = BankAccount.ofIban("Müller & Söhne <GmbH>", "DE89370400440532013000", null);
        BankAccount russian = BankAccount.ofIban("ООО Ромашка", "DE89370400440532013000", null);

        assertEquals(
                List.of("Vendor", "Vendor", "Muller + Sohne .GmbH.", "OOO Romaska"),
                names(file("EUR", 100, List.of(german, russian), DEBTOR)));
        assertEquals(
                List.of("Vendor", "Vendor", "Müller & Söhne <GmbH>", "ООО Ромашка"),
                names(file("KZT", 100, List.of(german, russian), DEBTOR)));
    }

    @Test
    void whatGrowsByItsLettersStaysWithinTheLengthThatSepaAllows() {
        assertEquals(70, new SepaText().name("Æ".repeat(70)).length());
        assertValid(
                file("EUR", 100, List.of(BankAccount.ofIban("Æ".repeat(70), "DE89370400440532013000", null)), DEBTOR));
    }

    @Test
    void tenThousandPaymentsAreOneValidFile() {
        List<BankAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            accounts.add(i % 2 == 0 ? IBAN : NUMBER);
        }

        String file = file("EUR", 999_999_999, accounts, DEBTOR);

        assertValid(file);
        assertTrue(file.contains("<NbOfTxs>10000</NbOfTxs>"));
        assertTrue(file.contains("<CtrlSum>99999999900.00</CtrlSum>"));
    }

    /** The check is one: each of these files is refused. */
    @ParameterizedTest
    @CsvSource({
        "<IBAN>DE, <IBAN>de",
        "<BICFI>COBADEFFXXX, <BICFI>COBA",
        "Ccy=\"EUR\", Ccy=\"EURO\"",
        "<PmtMtd>TRF, <PmtMtd>WIRE",
        "<Nm>Vendor</Nm>, <Nm></Nm>",
        "<Ustrd>, <Ustrd>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "<EndToEndId>, <EndToEndId>xxxx",
        "pain.001.001.09, pain.001.001.03"
    })
    void aFileThatIsNotAsItShouldBeIsFound(String part, String other) {
        String file = file("EUR", 123_456, List.of(IBAN), DEBTOR);
        assertTrue(file.contains(part), part);

        assertTrue(
                IsoSchema.CREDIT_TRANSFER.complaint(file.replace(part, other)).isPresent());
    }

    @Test
    void thePayoutKeyAndTheMessageComeBackAsTheyWere() {
        UUID key = id();
        Payout payout = payout(key, "EUR", 1);

        assertEquals(key, Payout.key(payout.endToEndId()));
        assertFalse(payout.endToEndId().length() > 35);
    }

    private static List<String> names(String file) throws Exception {
        NodeList names = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(file)))
                .getElementsByTagName("Nm");
        return IntStream.range(0, names.getLength())
                .mapToObj(i -> names.item(i).getTextContent())
                .toList();
    }

    private static void assertValid(String file) {
        assertEquals(Optional.empty(), IsoSchema.CREDIT_TRANSFER.complaint(file));
    }

    private static String file(String currency, long minor, List<BankAccount> accounts, BankAccount debtor) {
        List<Payout> payouts = new ArrayList<>();
        Map<UUID, BankAccount> byDetail = new HashMap<>();
        for (BankAccount account : accounts) {
            Payout payout = payout(id(), currency, minor);
            payouts.add(payout);
            byDetail.put(payout.bankDetailId(), account);
        }
        UUID batch = id();
        return CreditTransferFile.of(
                new PayoutBatch(
                        batch,
                        batch.toString().replace("-", ""),
                        Currency.getInstance(currency),
                        payouts.size(),
                        minor * payouts.size(),
                        NOW,
                        "finance"),
                payouts,
                byDetail,
                debtor);
    }

    private static Payout payout(UUID id, String currency, long minor) {
        return new Payout(
                id,
                id(),
                id(),
                Currency.getInstance(currency),
                minor,
                1,
                1,
                false,
                PayoutState.SUBMITTED,
                NOW,
                "finance",
                id(),
                id(),
                NOW,
                null,
                null,
                null,
                null,
                null);
    }
}
