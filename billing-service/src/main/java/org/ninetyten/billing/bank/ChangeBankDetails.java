package org.ninetyten.billing.bank;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.policy.PayoutPolicies;
import org.ninetyten.messaging.http.ProblemException;

/** Changes where a partner's money goes: one person proposes, another one confirms, and a day later it holds. */
@ApplicationScoped
public class ChangeBankDetails {

    private final BankDetails details;
    private final PayoutPolicies policies;
    private final Audit audit;
    private final Clock clock;

    ChangeBankDetails(BankDetails details, PayoutPolicies policies, Audit audit, Clock clock) {
        this.details = details;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes an account for sums of one currency; a proposal of before that nobody has confirmed is withdrawn. */
    @Transactional
    public BankDetail propose(UUID partnerId, Currency currency, BankAccount account, String by) {
        Instant now = now();
        details.lock(partnerId, currency.getCurrencyCode());
        audit.recordAll(
                by,
                "bank-detail.withdrawn",
                details.withdrawProposals(partnerId, currency.getCurrencyCode(), by, now).stream()
                        .map(old -> new Audit.Change(object(old.id()), BankDetail.State.PROPOSED, old))
                        .toList(),
                "another account was proposed");
        BankDetail proposed = new BankDetail(
                UuidCreator.getTimeOrderedEpoch(),
                partnerId,
                currency.getCurrencyCode(),
                account.iban() == null ? "ACCOUNT" : "IBAN",
                account.country(),
                account.masked(),
                BankDetail.State.PROPOSED,
                now,
                by,
                null,
                null,
                null,
                null,
                null);
        details.add(proposed, account);
        audit.record(by, "bank-detail.proposed", object(proposed.id()), null, proposed, null);
        return proposed;
    }

    /**
     * Confirms a proposal. Payouts use it once it has rested; what was confirmed before serves until then.
     *
     * @throws ProblemException 409 when the same person proposed it, or it is no proposal any more
     */
    @Transactional
    public BankDetail confirm(UUID id, String by) {
        BankDetail before = mustBeProposed(locked(id));
        if (before.proposedBy().equals(by)) {
            throw new ProblemException(BankProblem.OWN_PROPOSAL, "Somebody other than " + by + " must confirm it.");
        }
        Instant now = now();
        Instant usableFrom = now.plus(policies.at(now).coolingOff());
        details.replaceConfirmed(before, usableFrom);
        return decide(before, BankDetail.State.CONFIRMED, by, null, usableFrom, now);
    }

    /**
     * Refuses a proposal; the one who made it may take it back in the same way. Confirmed details are stopped by it as long
     * as they rest, and what was confirmed before stays.
     *
     * @throws ProblemException 409 when they are in use already, or are neither proposed nor confirmed
     */
    @Transactional
    public BankDetail reject(UUID id, String why, String by) {
        BankDetail before = locked(id);
        Instant now = now();
        if (before.state() == BankDetail.State.CONFIRMED && now.isBefore(requireNonNull(before.usableFrom()))) {
            details.stop(id, why, now);
            BankDetail after = details.find(id).orElseThrow();
            audit.record(by, "bank-detail.withdrawn", object(id), before, after, why);
            return after;
        }
        return decide(mustBeProposed(before), BankDetail.State.REJECTED, by, why, null, now);
    }

    private BankDetail decide(
            BankDetail before,
            BankDetail.State state,
            String by,
            @Nullable String why,
            @Nullable Instant usableFrom,
            Instant now) {
        details.decide(before.id(), state, by, why, usableFrom, now);
        BankDetail after = details.find(before.id()).orElseThrow();
        audit.record(
                by,
                "bank-detail." + (state == BankDetail.State.CONFIRMED ? "confirmed" : "rejected"),
                object(before.id()),
                before,
                after,
                why);
        return after;
    }

    private BankDetail locked(UUID id) {
        BankDetail known = details.find(id).orElseThrow(() -> ProblemException.notFound("bank detail", id));
        details.lock(known.partnerId(), known.currency());
        return details.find(id).orElseThrow();
    }

    private static BankDetail mustBeProposed(BankDetail detail) {
        if (detail.state() != BankDetail.State.PROPOSED) {
            throw ProblemException.illegalState("The bank detail is " + detail.state() + " already.", List.of());
        }
        return detail;
    }

    private static String object(UUID id) {
        return "bank-detail/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
