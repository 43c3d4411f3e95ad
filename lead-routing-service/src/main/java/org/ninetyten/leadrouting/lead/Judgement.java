package org.ninetyten.leadrouting.lead;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Domains;
import org.ninetyten.leadrouting.identity.Identity.Recognition;
import org.ninetyten.leadrouting.identity.Identity.SameWish;
import org.ninetyten.leadrouting.identity.Identity.Similar;
import org.ninetyten.leadrouting.identity.KeyKind;
import org.ninetyten.leadrouting.intake.LeadPolicy;
import org.ninetyten.leadrouting.intake.SpamRule;
import org.ninetyten.leadrouting.intake.SpamRules;

/** What becomes of an incoming lead. */
sealed interface Judgement {

    /** Not written by somebody who wants to buy. */
    record Spam(SpamRule rule) implements Judgement {}

    /** Says the same as an open lead. */
    record Duplicate(SameWish of) implements Judgement {}

    /** A person has to look at it first. */
    record Doubtful(
            Set<ReviewReason> reasons,
            List<Similar> similar,
            @Nullable UUID customerId) implements Judgement {}

    /** A lead; of a customer that is known, or of a new one. */
    record Good(@Nullable UUID customerId) implements Judgement {}

    /**
     * Judges a lead.
     *
     * @param namesCustomer whether the sender says whose lead it is
     * @param sourcePaused whether too many leads of its source and campaign were bad
     */
    static Judgement of(
            NewLead lead, Recognition known, boolean namesCustomer, boolean sourcePaused, LeadPolicy policy) {
        Optional<SpamRule> spam = SpamRules.verdict(signs(lead, known), policy);
        if (spam.isPresent()) {
            return new Spam(spam.get());
        }
        boolean heldUp = !policy.neverMerged().contains(lead.source());
        SameWish same = known.sameWish();
        // Who names the customer knows better: keys that point at another one, such as a shared number, prove nothing.
        if (heldUp && same != null && (!namesCustomer || same.customerId().equals(known.namedCustomer()))) {
            return new Duplicate(same);
        }
        UUID customer = namesCustomer ? known.namedCustomer() : known.customerId();
        Set<ReviewReason> doubts = EnumSet.noneOf(ReviewReason.class);
        if (!known.similar().isEmpty() && !namesCustomer) {
            doubts.add(ReviewReason.SIMILAR_COMPANY);
        }
        if (sourcePaused) {
            doubts.add(ReviewReason.SOURCE_PAUSED);
        }
        return heldUp && !doubts.isEmpty() ? new Doubtful(doubts, known.similar(), customer) : new Good(customer);
    }

    private static SpamRules.Signs signs(NewLead lead, Recognition known) {
        Contact contact = lead.contact();
        return new SpamRules.Signs(
                lead.source(),
                lead.details().trap(),
                contact == null ? null : contact.name(),
                contact == null ? null : Domains.ofEmail(contact.email()).orElse(null),
                known.blocked(),
                known.recent().getOrDefault(KeyKind.COMPANY_DOMAIN, 0),
                known.recent().getOrDefault(KeyKind.PHONE, 0));
    }
}
