package org.ninetyten.leadrouting.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keys of a lead. */
@ApplicationScoped
public class IdentityKeys {

    private final KeyDigests digests;

    IdentityKeys(KeyDigests digests) {
        this.digests = digests;
    }

    /**
     * The keys of a lead, the surest first.
     *
     * @param freeMail domains at which anybody may have an address
     */
    public List<IdentityKey> of(Traits traits, Set<String> freeMail) {
        List<IdentityKey> keys = new ArrayList<>();
        add(keys, KeyKind.PORTAL_ID, strip(traits.portalId()));
        // A tax id names a company only inside its country.
        add(keys, KeyKind.TAX_ID, taxId(traits.taxId()).map(id -> traits.country() + "/" + id));
        add(keys, KeyKind.EMAIL, email(traits.email()));
        add(keys, KeyKind.PHONE, Phones.e164(traits.phone(), traits.country()));
        Domains.ofEmail(traits.email())
                .filter(domain -> !freeMail.contains(domain))
                .ifPresent(domain -> keys.add(digests.key(KeyKind.COMPANY_DOMAIN, domain)));
        Domains.ofWebsite(traits.website())
                .filter(domain -> !freeMail.contains(domain))
                .map(domain -> digests.key(KeyKind.COMPANY_DOMAIN, domain))
                .filter(key -> !keys.contains(key))
                .ifPresent(keys::add);
        String company = traits.company();
        String city = traits.city();
        if (company != null && city != null) {
            String place = traits.country() + "/" + CompanyName.plain(city) + "/";
            CompanyName name = CompanyName.of(company);
            NameSketch sketch = name.triples().sketch();
            name.blocks()
                    .forEach(block -> keys.add(
                            digests.key(KeyKind.NAME_IN_CITY, place + block).of(sketch)));
        }
        return keys;
    }

    /** The key of a sender's address, by which it can be blocked. */
    public IdentityKey ofEmail(String address) {
        return digests.key(KeyKind.EMAIL, email(address).orElseThrow());
    }

    private void add(List<IdentityKey> keys, KeyKind kind, Optional<String> value) {
        value.ifPresent(normal -> keys.add(digests.key(kind, normal)));
    }

    /** Local parts are case-sensitive by the letter of RFC 5321 and nowhere in practice; what follows a plus is kept. */
    private static Optional<String> email(@Nullable String written) {
        return strip(written).map(address -> address.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> taxId(@Nullable String written) {
        return strip(written)
                .map(id -> id.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT))
                .filter(id -> !id.isEmpty());
    }

    private static Optional<String> strip(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
