package org.ninetyten.leadrouting.lead;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.TrackRecords;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.leadrouting.work.Work;
import org.ninetyten.leadrouting.work.WorkClock;
import org.ninetyten.leadrouting.work.WorkClocks;
import org.ninetyten.leadrouting.work.Works;

/** Accepts or declines an offer, once. */
@ApplicationScoped
public class AnswerOffer {

    private final Leads leads;
    private final Offers offers;
    private final Customers customers;
    private final Turns turns;
    private final TrackRecords records;
    private final Policies policies;
    private final Works works;
    private final WorkClocks workClocks;
    private final LeadEvents events;
    private final Event<LeadTaken> taken;
    private final LeadMeters meters;
    private final RoutingWorker routing;
    private final Audit audit;
    private final Clock clock;

    AnswerOffer(
            Leads leads,
            Offers offers,
            Customers customers,
            Turns turns,
            TrackRecords records,
            Policies policies,
            Works works,
            WorkClocks workClocks,
            LeadEvents events,
            Event<LeadTaken> taken,
            LeadMeters meters,
            RoutingWorker routing,
            Audit audit,
            Clock clock) {
        this.leads = leads;
        this.offers = offers;
        this.customers = customers;
        this.turns = turns;
        this.records = records;
        this.policies = policies;
        this.works = works;
        this.workClocks = workClocks;
        this.events = events;
        this.taken = taken;
        this.meters = meters;
        this.routing = routing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The partner takes the lead, and becomes the customer's partner of record if there is none. From now on it has so
     * many minutes for the first contact.
     */
    @Transactional
    public Lead accept(UUID offerId, OfferAnswer answer) {
        Instant now = now();
        Offers.Answered accepted = offers.answer(offerId, OfferState.ACCEPTED, answer.by(), null, null, now);
        Lead lead = leads.lock(accepted.leadId());
        lead.accept(now);
        WorkClock times = workClocks.of(accepted.partnerId(), accepted.policyVersion());
        keepAnswerMinutes(accepted, times, now);
        beginWork(lead, accepted, times, now);
        records.accepted(accepted.partnerId(), today(now));
        customers.keepPartnerOfRecord(lead.customerId(), accepted.partnerId(), now);
        recordOnBehalf(offerId, answer, OfferState.ACCEPTED, null);
        meters.answered(OfferState.ACCEPTED, 1);
        events.publish(List.of(new LeadEvent.Accepted(lead.id(), offerId, accepted.partnerId(), now)));
        taken.fire(new LeadTaken(lead, accepted.partnerId(), now));
        return lead;
    }

    /** The partner does not take the lead; the next one gets it, or the desk. */
    @Transactional
    public Offer decline(UUID offerId, OfferAnswer answer, DeclineReason reason, @Nullable String note) {
        Instant now = now();
        Offers.Answered declined = offers.answer(offerId, OfferState.DECLINED, answer.by(), reason, note, now);
        Lead lead = leads.lock(declined.leadId());
        lead.offerCameBack(policies.validAt(now).offersBeforeDesk(), now);
        keepAnswerMinutes(declined, workClocks.of(declined.partnerId(), declined.policyVersion()), now);
        turns.declined(declined.partnerId(), today(now));
        recordOnBehalf(offerId, answer, OfferState.DECLINED, reason.name());
        List<LeadEvent> happened = new ArrayList<>();
        happened.add(new LeadEvent.Declined(lead.id(), offerId, declined.partnerId(), reason, now));
        if (lead.status() == LeadStatus.DESK) {
            happened.add(new LeadEvent.Escalated(lead.id(), EscalationReason.OFFERS_USED_UP, now));
        }
        meters.answered(OfferState.DECLINED, 1);
        events.publish(happened);
        routing.wakeAfterCommit();
        return offers.require(offerId);
    }

    private void keepAnswerMinutes(Offers.Answered answered, WorkClock times, Instant now) {
        offers.keepAnswerMinutes(
                answered.offerId(), times.calendar().minutesBetween(answered.offeredAt(), now, times.zone()));
    }

    private void beginWork(Lead lead, Offers.Answered accepted, WorkClock times, Instant now) {
        Work work = Work.begin(
                accepted.offerId(),
                lead.id(),
                accepted.partnerId(),
                accepted.policyVersion(),
                times.contactBy(lead.source(), now),
                now);
        works.begin(work, requireNonNull(times.next(work)).at());
    }

    private void recordOnBehalf(UUID offerId, OfferAnswer answer, OfferState after, @Nullable String why) {
        if (answer.onBehalf()) {
            audit.record(
                    answer.by(),
                    "answered an offer on the partner's behalf",
                    offerId,
                    OfferState.PENDING.name(),
                    after.name(),
                    why);
        }
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
