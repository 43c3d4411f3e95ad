package org.ninetyten.billing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.messaging.http.ProblemException;

class BankAccountTest {

    @Test
    void anIbanIsTakenWithBlanksAndKeptWithout() {
        BankAccount account = BankAccount.ofIban(" Beispiel GmbH ", "de89 3704 0044 0532 0130 00", null);

        assertEquals("DE89370400440532013000", account.iban());
        assertEquals("Beispiel GmbH", account.holder());
        assertEquals("DE", account.country());
        assertEquals("DE…3000", account.masked());
    }

    @ParameterizedTest
    @CsvSource({
        "DE88370400440532013000, has a wrong check digit",
        "DE8937040044053201300, is not built like an IBAN",
        "US89370400440532013000, is of a country",
        "hello, is"
    })
    void aWrongIbanIsRefusedWithTheReason(String iban, String reason) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> BankAccount.ofIban("Beispiel GmbH", iban, null));

        assertTrue(String.valueOf(refusal.getMessage()).contains("iban " + reason), refusal.getMessage());
    }

    @Test
    void anAccountWithoutIbanNeedsABankThatCanBe() {
        assertEquals(
                "…6789",
                BankAccount.ofNumber("Example Inc", "000123456789", "CHASUS33", "US")
                        .masked());
        assertThrows(ProblemException.class, () -> BankAccount.ofNumber("Example Inc", "000123456789", "CHASE", "US"));
        assertThrows(ProblemException.class, () -> BankAccount.ofNumber("Example Inc", "12 <b>", "CHASUS33", "US"));
        assertThrows(
                ProblemException.class, () -> BankAccount.ofNumber("Example Inc", "000123456789", "CHASUS33", "XX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Beispiel\u0000GmbH", "Beispiel\nGmbH", "Beispiel\uFFFFGmbH", "Beispiel\uD800GmbH"})
    void aNameThatNoFileForTheBankCanHoldIsRefused(String name) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> BankAccount.ofIban(name, "DE89370400440532013000", null));

        assertTrue(String.valueOf(refusal.getMessage()).contains("control characters"), refusal.getMessage());
    }

    @Test
    void whatALogWouldSayTellsNothing() {
        String text = BankAccount.ofIban("Beispiel GmbH", "DE89370400440532013000", null)
                .toString();

        assertFalse(text.contains("0532"), text);
        assertFalse(text.contains("Beispiel"), text);
    }
}
