package org.ninetyten.leadrouting.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Takes in and decides what customers ask for: another partner of record. */
@ApplicationScoped
public class AskForChange {

    private final ChangeRequests requests;
    private final Customers customers;
    private final Partners partners;
    private final MovePartnerOfRecord movePartnerOfRecord;
    private final Clock clock;

    AskForChange(
            ChangeRequests requests,
            Customers customers,
            Partners partners,
            MovePartnerOfRecord movePartnerOfRecord,
            Clock clock) {
        this.requests = requests;
        this.customers = customers;
        this.partners = partners;
        this.movePartnerOfRecord = movePartnerOfRecord;
        this.clock = clock;
    }

    /**
     * Asks. A customer has one open request at most.
     *
     * @param wantedPartnerId whom it would rather have, if anybody
     */
    @Transactional
    public ChangeRequest ask(UUID customerId, @Nullable UUID wantedPartnerId, String why, String by) {
        customers.require(customerId);
        if (wantedPartnerId != null && partners.find(wantedPartnerId).isEmpty()) {
            throw ProblemException.invalid("partnerId", "is not a partner that is known");
        }
        return requests.add(new ChangeRequest(
                        UuidCreator.getTimeOrderedEpoch(),
                        customerId,
                        wantedPartnerId,
                        why,
                        ChangeRequest.State.OPEN,
                        now(),
                        by,
                        null,
                        null,
                        null,
                        0))
                .orElseThrow(() -> new ProblemException(
                        GeneralProblem.CONFLICT, "The customer has asked already, and nobody has decided yet."));
    }

    /** Gives the customer the partner that the vendor chose with it. */
    @Transactional
    public ChangeRequest grant(UUID requestId, UUID partnerId, String why, String by) {
        ChangeRequest request = open(requestId);
        movePartnerOfRecord.move(request.customerId(), partnerId, PartnerOfRecordMove.Cause.CUSTOMERS_WISH, why, by);
        return requests.decide(requestId, ChangeRequest.State.GRANTED, why, by, now());
    }

    /** Leaves the customer where it is. */
    @Transactional
    public ChangeRequest refuse(UUID requestId, String why, String by) {
        open(requestId);
        return requests.decide(requestId, ChangeRequest.State.REFUSED, why, by, now());
    }

    private ChangeRequest open(UUID requestId) {
        ChangeRequest request = requests.lock(requestId);
        if (request.state() != ChangeRequest.State.OPEN) {
            throw ProblemException.illegalState(
                    "The request is " + request.state() + ", not OPEN.",
                    request.state().next());
        }
        return request;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
