package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/** Takes a lead in. Two or three statements, whoever is to get it is decided after the commit. */
@ApplicationScoped
public class CaptureLead {

    private final Leads leads;
    private final Customers customers;
    private final LeadEvents events;
    private final RoutingWorker routing;
    private final Clock clock;

    CaptureLead(Leads leads, Customers customers, LeadEvents events, RoutingWorker routing, Clock clock) {
        this.leads = leads;
        this.customers = customers;
        this.events = events;
        this.routing = routing;
        this.clock = clock;
    }

    /** The lead, and whether it is a new one. */
    public record Captured(Lead lead, boolean isNew) {}

    @Transactional
    public Captured capture(NewLead about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean anonymous = about.customerId() == null && about.customerExternalId() == null;
        Lead lead = Lead.receive(
                UuidCreator.getTimeOrderedEpoch(), about, customerOf(about, now), Correlation.current(), now);
        lead.qualify(now);
        lead.startRouting(now);
        if (!leads.addUnlessKnown(lead)) {
            String externalId = about.externalId();
            if (externalId == null) {
                throw new IllegalStateException("A lead without an external id cannot be known already.");
            }
            return new Captured(leads.byExternalId(externalId).orElseThrow(), false);
        }
        if (anonymous) {
            customers.add(lead.customerId(), now);
        }
        events.publish(List.of(new LeadEvent.Created(lead)));
        routing.wakeAfterCommit();
        return new Captured(lead, true);
    }

    private UUID customerOf(NewLead about, Instant now) {
        String externalId = about.customerExternalId();
        if (externalId != null) {
            return customers.known(externalId, now);
        }
        UUID id = about.customerId();
        if (id == null) {
            return UuidCreator.getTimeOrderedEpoch();
        }
        if (!customers.exists(id)) {
            throw ProblemException.invalid("customerId", "is not a customer that is known");
        }
        return id;
    }
}
