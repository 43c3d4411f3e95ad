package org.ninetyten.leadrouting.identity;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a host name that somebody registered: {@code shop.example.co.uk} belongs to {@code example.co.uk}. */
public final class Domains {

    private Domains() {}

    /** The registered domain of an e-mail address. */
    public static Optional<String> ofEmail(@Nullable String email) {
        return email == null || email.indexOf('@') < 0
                ? Optional.empty()
                : registered(email.substring(email.lastIndexOf('@') + 1));
    }

    /** The registered domain of a web address, with or without scheme, port and path. */
    public static Optional<String> ofWebsite(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        String host = address.strip();
        int scheme = host.indexOf("://");
        if (scheme >= 0) {
            host = host.substring(scheme + 3);
        }
        int user = host.indexOf('@');
        if (user >= 0) {
            host = host.substring(user + 1);
        }
        return registered(host.split("[/?#:]", 2)[0]);
    }

    private static Optional<String> registered(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        try {
            name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            if (!InternetDomainName.isValid(name)) {
                return Optional.empty();
            }
            InternetDomainName domain = InternetDomainName.from(name);
            // A top-level domain that the list does not know has no suffix; its last two labels are as good a guess.
            if (domain.isUnderRegistrySuffix()) {
                return Optional.of(domain.topDomainUnderRegistrySuffix().toString());
            }
            int labels = domain.parts().size();
            return domain.hasRegistrySuffix()
                            || labels < 2
                            || isNumber(domain.parts().getLast())
                    ? Optional.empty()
                    : Optional.of(String.join(".", domain.parts().subList(labels - 2, labels)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
