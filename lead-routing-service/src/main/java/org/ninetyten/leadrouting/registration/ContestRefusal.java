package org.ninetyten.leadrouting.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Has a person decide about a registration that was refused for another partner's sake. */
@ApplicationScoped
public class ContestRefusal {

    private final Registrations registrations;
    private final OpenCase openCase;
    private final DealPolicies policies;
    private final RegistrationEvents events;
    private final Clock clock;

    ContestRefusal(
            Registrations registrations,
            OpenCase openCase,
            DealPolicies policies,
            RegistrationEvents events,
            Clock clock) {
        this.registrations = registrations;
        this.openCase = openCase;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** Contests, with at least one piece of evidence. */
    @Transactional
    public RegisterDeal.Answer contest(UUID registrationId, Evidence.Brought evidence, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DealRegistration registration = registrations.lock(registrationId);
        if (registration.state() != RegistrationState.REFUSED) {
            throw ProblemException.illegalState(
                    "The registration is " + registration.state() + ", not REFUSED.",
                    registration.state().next());
        }
        RefusalReason reason = registration.reason();
        Claim claim = registration.claim();
        Instant decidedAt = registration.decidedAt();
        if (reason == null || !reason.isContestable() || claim == null || decidedAt == null) {
            throw new ProblemException(
                    RegistrationProblem.NOT_CONTESTABLE,
                    "It was refused as " + reason + ", which no evidence changes.");
        }
        DealPolicy policy = policies.validAt(now);
        if (policy.plusDays(decidedAt, policy.contestDays()).isBefore(now)) {
            throw new ProblemException(
                    RegistrationProblem.NOT_CONTESTABLE,
                    "It was refused more than " + policy.contestDays() + " days ago.");
        }
        DealRegistration disputed = registrations.update(registration.disputed(claim.customerId(), claim));
        RegistrationCase conflict = openCase.open(
                registrationId, ConflictCause.CONTESTED, registration.partnerId(), claim.partnerId(), policy, now);
        openCase.bring(conflict.id(), registration.partnerId(), evidence, policy, by, now);
        events.publish(new RegistrationEvent.Decided(disputed, conflict, now));
        return new RegisterDeal.Answer(disputed, conflict);
    }
}
