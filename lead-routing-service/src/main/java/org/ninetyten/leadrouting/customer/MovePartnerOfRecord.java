package org.ninetyten.leadrouting.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Gives a customer another partner of record. What was sold before stays with who sold it. */
@ApplicationScoped
public class MovePartnerOfRecord {

    private final Customers customers;
    private final Partners partners;
    private final CustomerEvents events;
    private final Audit audit;
    private final Clock clock;

    MovePartnerOfRecord(Customers customers, Partners partners, CustomerEvents events, Audit audit, Clock clock) {
        this.customers = customers;
        this.partners = partners;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves the customer to an active partner. */
    @Transactional
    public Customers.Customer move(
            UUID customerId, UUID partnerId, PartnerOfRecordMove.Cause cause, String why, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Customers.Customer customer = customers.lock(customerId);
        UUID before = customer.partnerOfRecord();
        if (partnerId.equals(before)) {
            throw new ProblemException(GeneralProblem.CONFLICT, "It is the customer's partner of record already.");
        }
        if (partners.find(partnerId).filter(PartnerProfile::isActive).isEmpty()) {
            throw ProblemException.invalid("partnerId", "is not an active partner");
        }
        PartnerOfRecordMove move = new PartnerOfRecordMove(
                UuidCreator.getTimeOrderedEpoch(), customerId, before, partnerId, cause, why, now, by);
        customers.move(move);
        audit.record(
                by,
                "moved a customer to another partner of record",
                customerId,
                Optional.ofNullable(before).map(UUID::toString).orElse("nobody"),
                partnerId.toString(),
                cause + ": " + why);
        events.publish(List.of(move));
        return customers.require(customerId);
    }
}
