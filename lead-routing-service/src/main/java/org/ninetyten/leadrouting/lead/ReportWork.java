package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.work.Work;
import org.ninetyten.leadrouting.work.WorkClock;
import org.ninetyten.leadrouting.work.WorkClocks;
import org.ninetyten.leadrouting.work.WorkNotes;
import org.ninetyten.leadrouting.work.Works;
import org.ninetyten.messaging.http.ProblemException;

/** What a partner tells of its work on a lead that it accepted. Each of it is news, and silence begins anew. */
@ApplicationScoped
public class ReportWork {

    private final Leads leads;
    private final Works works;
    private final WorkClocks clocks;
    private final WorkNotes notes;
    private final LeadEvents events;
    private final Audit audit;
    private final Clock clock;

    ReportWork(
            Leads leads, Works works, WorkClocks clocks, WorkNotes notes, LeadEvents events, Audit audit, Clock clock) {
        this.leads = leads;
        this.works = works;
        this.clocks = clocks;
        this.notes = notes;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who reports.
     *
     * @param name a user name
     * @param partnerId the partner that it speaks for, or nothing for the vendor's desk, whose reports are audited
     */
    public record Reporter(String name, @Nullable UUID partnerId) {}

    /** The work on a lead, and what comes next unless something is heard before. */
    public record Standing(Work work, WorkClock.@Nullable Due next) {}

    /** The customer was spoken to. */
    @Transactional
    public Standing contacted(UUID leadId, Reporter reporter, @Nullable String note) {
        Instant now = now();
        Lead lead = lock(leadId, reporter);
        LeadStatus before = lead.status();
        lead.contacted(new Mover(reporter.name(), null), now);
        leads.flush();
        record(lead, before, reporter, "reported a first contact");
        keepNote(lead, reporter, note, now);
        Standing standing = standing(leadId);
        events.publish(List.of(new LeadEvent.Contacted(
                leadId, standing.work().partnerId(), standing.work().contactBy(), now)));
        return standing;
    }

    /** The customer wants to go on. */
    @Transactional
    public Standing working(UUID leadId, Reporter reporter, @Nullable String note) {
        Instant now = now();
        Lead lead = lock(leadId, reporter);
        LeadStatus before = lead.status();
        lead.work(new Mover(reporter.name(), null), now);
        leads.flush();
        record(lead, before, reporter, "reported work");
        keepNote(lead, reporter, note, now);
        Standing standing = standing(leadId);
        events.publish(List.of(new LeadEvent.WorkStarted(leadId, standing.work().partnerId(), now)));
        return standing;
    }

    /** There is something to tell, and the lead stays where it is. */
    @Transactional
    public WorkNotes.Note note(UUID leadId, Reporter reporter, String text) {
        Instant now = now();
        Lead lead = lock(leadId, reporter);
        UUID partnerId = lead.partnerId();
        if (partnerId == null || !LeadStatus.AT_PARTNER.contains(lead.status())) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + "; notes belong to one that a partner works on.",
                    lead.status().next());
        }
        WorkNotes.Note note =
                new WorkNotes.Note(UuidCreator.getTimeOrderedEpoch(), leadId, partnerId, now, reporter.name(), text);
        notes.add(note);
        works.heard(leadId, now);
        return note;
    }

    /** How the work stands: the partner's that has the lead, or the last one's that had it. */
    @Transactional
    public Standing standing(UUID leadId) {
        Work work = works.of(leadId).orElseThrow(() -> ProblemException.notFound("work on lead", leadId));
        return new Standing(
                work, clocks.of(work.partnerId(), work.policyVersion()).next(work));
    }

    private Lead lock(UUID leadId, Reporter reporter) {
        Lead lead = leads.lock(leadId);
        UUID partnerId = reporter.partnerId();
        if (partnerId != null && !partnerId.equals(lead.partnerId())) {
            throw ProblemException.notFound("lead", leadId);
        }
        return lead;
    }

    private void record(Lead lead, LeadStatus before, Reporter reporter, String what) {
        if (reporter.partnerId() == null) {
            audit.record(
                    reporter.name(),
                    what,
                    lead.id(),
                    before.name(),
                    lead.status().name(),
                    null);
        }
    }

    private void keepNote(Lead lead, Reporter reporter, @Nullable String note, Instant now) {
        UUID partnerId = lead.partnerId();
        if (note != null && partnerId != null) {
            notes.add(new WorkNotes.Note(
                    UuidCreator.getTimeOrderedEpoch(), lead.id(), partnerId, now, reporter.name(), note));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
