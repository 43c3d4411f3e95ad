package org.ninetyten.leadrouting.registration;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.KeyKind;

/** The instant answer to a registration. A pure function of what is known: no clock, no database. */
public sealed interface Verdict {

    /** Nobody else has a claim. */
    record Granted() implements Verdict {}

    /**
     * A clear no.
     *
     * @param claim the other partner's, where that is the reason
     */
    record Refused(RefusalReason reason, @Nullable Claim claim) implements Verdict {}

    /** A person has to decide between the partner and the other one of the claim. */
    record Unclear(ConflictCause cause, Claim claim) implements Verdict {}

    /**
     * What is known of a registration.
     *
     * @param active whether the partner is
     * @param mayReach whether it has the right to sell where the customer is
     * @param keys what tells the customer from others
     * @param freeMail whether its address is at a provider that serves anybody
     * @param claims what the partner and others have of the customer, for this product
     * @param similar what partners have of companies with a similar name in the same city
     */
    record Facts(
            UUID partnerId,
            boolean active,
            boolean mayReach,
            Set<KeyKind> keys,
            boolean freeMail,
            List<Claim> claims,
            List<Claim> similar) {}

    /** What names a company, and not only a person or a number. */
    Set<KeyKind> NAMES_A_COMPANY = EnumSet.of(KeyKind.PORTAL_ID, KeyKind.TAX_ID, KeyKind.COMPANY_DOMAIN);

    /** Judges. The order of the claims makes no difference other than between equally strong ones. */
    static Verdict of(Facts facts) {
        if (!facts.active()) {
            return new Refused(RefusalReason.PARTNER_NOT_ACTIVE, null);
        }
        if (!facts.mayReach()) {
            return new Refused(RefusalReason.NO_RIGHT_TO_SELL, null);
        }
        if (facts.keys().stream().noneMatch(NAMES_A_COMPANY::contains)) {
            return new Refused(facts.freeMail() ? RefusalReason.FREE_MAIL_ONLY : RefusalReason.NOT_IDENTIFIABLE, null);
        }
        List<Claim> own = facts.claims().stream()
                .filter(claim -> claim.partnerId().equals(facts.partnerId()))
                .toList();
        Optional<Claim> others = strongestOfOthers(facts.claims(), facts.partnerId());
        if (others.isPresent()) {
            return against(others.get(), !own.isEmpty());
        }
        if (own.stream().anyMatch(claim -> claim.kind() != ClaimKind.PARTNER_OF_RECORD)) {
            return new Refused(RefusalReason.YOURS_ALREADY, null);
        }
        return strongestOfOthers(facts.similar(), facts.partnerId())
                .<Verdict>map(claim -> new Unclear(ConflictCause.SIMILAR_COMPANY, claim))
                .orElseGet(Granted::new);
    }

    private static Verdict against(Claim claim, boolean ownToo) {
        // A live protection is what registering is for: it stands against everything, until a person says otherwise.
        if (ownToo && claim.kind() != ClaimKind.PROTECTION) {
            return new Unclear(ConflictCause.BOTH_HAVE_CLAIMS, claim);
        }
        return switch (claim.kind()) {
            case PROTECTION -> new Refused(RefusalReason.PROTECTED_FOR_ANOTHER, claim);
            case PARTNER_OF_RECORD -> new Refused(RefusalReason.ANOTHER_PARTNER_OF_RECORD, claim);
            case OPEN_DEAL -> new Refused(RefusalReason.DEAL_OPEN_AT_ANOTHER, claim);
            case OPEN_LEAD -> new Refused(RefusalReason.LEAD_OPEN_AT_ANOTHER, claim);
            case CONFLICT -> new Unclear(ConflictCause.ANOTHER_CONFLICT, claim);
            case UNPROTECTED_DEAL -> throw new IllegalArgumentException("It is no claim against others.");
        };
    }

    private static Optional<Claim> strongestOfOthers(List<Claim> claims, UUID partnerId) {
        return claims.stream()
                .filter(claim -> !claim.partnerId().equals(partnerId) && claim.kind() != ClaimKind.UNPROTECTED_DEAL)
                .min(Comparator.comparing(Claim::kind));
    }
}
