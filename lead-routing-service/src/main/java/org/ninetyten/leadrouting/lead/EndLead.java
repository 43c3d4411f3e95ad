package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.http.ProblemException;

/** Ends the work on a lead that no deal came of: for good, or until a day. */
@ApplicationScoped
public class EndLead {

    private final Leads leads;
    private final Turns turns;
    private final LeadEvents events;
    private final Audit audit;
    private final Clock clock;

    EndLead(Leads leads, Turns turns, LeadEvents events, Audit audit, Clock clock) {
        this.leads = leads;
        this.turns = turns;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing came of it. */
    @Transactional
    public Lead lose(UUID leadId, LossReason reason, Mover mover, boolean byVendor) {
        Instant now = now();
        Lead lead = leads.lock(leadId);
        LeadStatus before = lead.status();
        lead.lose(reason, mover, now);
        refuseWithDeal(lead);
        end(lead, before, mover, byVendor, "ended a lead");
        events.publish(List.of(new LeadEvent.Lost(lead, reason, now)));
        return lead;
    }

    /** Not now: it is routed anew on the day, to the partner of record first. */
    @Transactional
    public Lead nurture(UUID leadId, LocalDate until, Mover mover, boolean byVendor) {
        Instant now = now();
        if (!until.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw ProblemException.invalid("until", "must be in the future");
        }
        Lead lead = leads.lock(leadId);
        LeadStatus before = lead.status();
        lead.rest(until, mover, now);
        refuseWithDeal(lead);
        end(lead, before, mover, byVendor, "put a lead off");
        events.publish(List.of(new LeadEvent.Nurtured(lead, until, now)));
        return lead;
    }

    /** What the lead comes to is then the deal's to say. */
    private void refuseWithDeal(Lead lead) {
        if (leads.hasOpenDeal(lead.id())) {
            throw new ProblemException(LeadProblem.DEAL_IS_OPEN, "Close the deal of the lead instead.");
        }
    }

    private void end(Lead lead, LeadStatus before, Mover mover, boolean byVendor, String what) {
        UUID partner = lead.partnerId();
        if (partner != null) {
            turns.release(List.of(partner));
        }
        if (byVendor) {
            audit.record(
                    mover.who(), what, lead.id(), before.name(), lead.status().name(), mover.why());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
