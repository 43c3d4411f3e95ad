package org.ninetyten.billing.bank.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.bank.BankAccount;
import org.ninetyten.messaging.http.ProblemException;

/** An account, by IBAN or else by number and BIC. */
record BankDetailRequest(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 currency code such as EUR")
        String currency,

        @NotBlank @Size(max = 70) @Schema(description = "Whose the account is, as the bank knows it.")
        String holder,

        @Size(max = 42) @Nullable String iban,
        @Size(max = 42) @Nullable String accountNumber,
        @Size(max = 11) @Nullable String bic,

        @Size(max = 2) @Schema(description = "Where the account is; only with an account number.") @Nullable
        String country) {

    Currency known() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }

    BankAccount account() {
        if (iban != null) {
            if (accountNumber != null || country != null) {
                throw ProblemException.invalid("accountNumber", "and country belong to accounts without IBAN");
            }
            return BankAccount.ofIban(holder, iban, bic);
        }
        if (accountNumber == null) {
            throw ProblemException.invalid("iban", "or accountNumber must be given");
        }
        if (bic == null) {
            throw ProblemException.invalid("bic", "must be given with an account number");
        }
        if (country == null) {
            throw ProblemException.invalid("country", "must be given with an account number");
        }
        return BankAccount.ofNumber(holder, accountNumber, bic, country);
    }

    /** What may be in a log: nothing of the account. */
    @Override
    public String toString() {
        return "BankDetailRequest[" + currency + "]";
    }
}
