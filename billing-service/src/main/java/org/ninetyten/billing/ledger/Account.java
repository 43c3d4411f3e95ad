package org.ninetyten.billing.ledger;

import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account by what it is: one per type, currency and, where the type asks for it, partner. */
public record Account(AccountType type, @Nullable UUID partnerId, Currency currency) {

    public Account {
        if (type.ofOnePartner() != (partnerId != null)) {
            throw new IllegalArgumentException(
                    type + " belongs to " + (partnerId == null ? "a partner" : "the vendor"));
        }
    }

    /** An account of the vendor. */
    public static Account of(AccountType type, Currency currency) {
        return new Account(type, null, currency);
    }

    /** An account of the vendor with one partner. */
    public static Account of(AccountType type, UUID partnerId, Currency currency) {
        return new Account(type, partnerId, currency);
    }

    /** The account's readable and unique name, such as {@code vendor-revenue:EUR}. */
    public String code() {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return partnerId == null
                ? name + ":" + currency.getCurrencyCode()
                : name + ":" + currency.getCurrencyCode() + ":" + partnerId;
    }
}
