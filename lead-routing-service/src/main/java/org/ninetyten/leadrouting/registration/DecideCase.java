package org.ninetyten.leadrouting.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.customer.MovePartnerOfRecord;
import org.ninetyten.leadrouting.customer.PartnerOfRecordMove;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.protection.ProtectCustomer;
import org.ninetyten.messaging.http.ProblemException;

/** Ends a conflict for one of its sides. */
@ApplicationScoped
public class DecideCase {

    private final Cases cases;
    private final Registrations registrations;
    private final GrantRegistration grantRegistration;
    private final ProtectCustomer protect;
    private final Customers customers;
    private final MovePartnerOfRecord movePartnerOfRecord;
    private final DealPolicies policies;
    private final RegistrationEvents events;
    private final Audit audit;
    private final Clock clock;

    DecideCase(
            Cases cases,
            Registrations registrations,
            GrantRegistration grantRegistration,
            ProtectCustomer protect,
            Customers customers,
            MovePartnerOfRecord movePartnerOfRecord,
            DealPolicies policies,
            RegistrationEvents events,
            Audit audit,
            Clock clock) {
        this.cases = cases;
        this.registrations = registrations;
        this.grantRegistration = grantRegistration;
        this.protect = protect;
        this.customers = customers;
        this.movePartnerOfRecord = movePartnerOfRecord;
        this.policies = policies;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides, once. If the claimant wins, it gets the protection, what the holder had protected is revoked, and where the
     * holder was the customer's partner of record, the claimant is. A lead that the holder has stays with it: taking it
     * back is the desk's to do.
     *
     * @param why for the vendor's staff and the audit record; the partners learn the reason only
     */
    @Transactional
    public RegistrationCase decide(UUID caseId, Winner winner, DecisionReason reason, String why, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RegistrationCase conflict = cases.lock(caseId);
        if (conflict.state() == CaseState.DECIDED) {
            throw new ProblemException(
                    RegistrationProblem.CASE_DECIDED_ALREADY, "It was decided for the " + conflict.winner() + ".");
        }
        DealRegistration registration = registrations.lock(conflict.registrationId());
        RegistrationCase decided = cases.decide(caseId, winner, reason, why, by, now);
        DealRegistration after = registrations.update(
                winner == Winner.CLAIMANT
                        ? grant(registration, conflict, by, now)
                        : registration.refused(RefusalReason.CONFLICT_LOST, null, by, now));
        audit.record(
                by,
                "decided a conflict about a customer",
                caseId,
                registration.state().name(),
                after.state() + " for the " + winner,
                reason + ": " + why);
        events.publish(new RegistrationEvent.Decided(after, decided, now));
        return decided;
    }

    private DealRegistration grant(DealRegistration registration, RegistrationCase conflict, String by, Instant now) {
        UUID customer = Objects.requireNonNull(registration.customerId());
        protect.revoke(customer, registration.product(), conflict.holderId(), now);
        if (conflict.holderId()
                .equals(customers.partnersOfRecord(List.of(customer)).get(customer))) {
            movePartnerOfRecord.move(
                    customer,
                    registration.partnerId(),
                    PartnerOfRecordMove.Cause.CONFLICT,
                    conflict.id().toString(),
                    by);
        }
        return grantRegistration
                .grant(registration, customer, policies.validAt(now), by, now)
                .orElseThrow(() -> new ProblemException(
                        RegistrationProblem.CUSTOMER_PROTECTED_MEANWHILE,
                        "Wait until that protection ends, or decide for the holder."));
    }
}
