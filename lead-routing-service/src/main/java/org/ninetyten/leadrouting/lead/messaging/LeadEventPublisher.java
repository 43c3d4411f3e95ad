package org.ninetyten.leadrouting.lead.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.LeadEvent;
import org.ninetyten.leadrouting.lead.LeadEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends what happened to leads to the outbox. */
@ApplicationScoped
class LeadEventPublisher implements LeadEvents {

    static final String TOPIC = "leadrouting.lead";

    private static final String PREFIX = "org.ninetyten.leadrouting.";

    private final Outbox outbox;

    LeadEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publishAll(List<Caused> events) {
        outbox.appendAll(events.stream().map(LeadEventPublisher::outgoing).toList());
    }

    private static OutgoingEvent outgoing(Caused caused) {
        OutgoingEvent plain = outgoing(caused.event());
        return new OutgoingEvent(plain.topic(), plain.key(), plain.type(), plain.data(), caused.correlationId());
    }

    private static OutgoingEvent outgoing(LeadEvent event) {
        return switch (event) {
            case LeadEvent.Created created ->
                outgoing(created.lead().id(), "lead.created.v1", LeadCreated.from(created.lead()));
            case LeadEvent.Offered offered ->
                outgoing(offered.offer().leadId(), "lead.offered.v1", LeadOffered.from(offered.offer()));
            case LeadEvent.Accepted accepted ->
                outgoing(
                        accepted.leadId(),
                        "lead.accepted.v1",
                        new LeadAccepted(accepted.leadId(), accepted.offerId(), accepted.partnerId(), accepted.at()));
            case LeadEvent.Declined declined ->
                outgoing(
                        declined.leadId(),
                        "lead.declined.v1",
                        new LeadDeclined(
                                declined.leadId(),
                                declined.offerId(),
                                declined.partnerId(),
                                declined.reason(),
                                declined.at()));
            case LeadEvent.OfferExpired expired ->
                outgoing(
                        expired.leadId(),
                        "lead.offerexpired.v1",
                        new LeadOfferExpired(expired.leadId(), expired.offerId(), expired.partnerId(), expired.at()));
            case LeadEvent.Escalated escalated ->
                outgoing(
                        escalated.leadId(),
                        "lead.escalated.v1",
                        new LeadEscalated(escalated.leadId(), escalated.reason(), escalated.at()));
            case LeadEvent.Merged merged -> outgoing(merged.lead().id(), "lead.merged.v1", LeadMerged.from(merged));
            case LeadEvent.Unmerged unmerged ->
                outgoing(
                        unmerged.leadId(),
                        "lead.unmerged.v1",
                        new LeadUnmerged(unmerged.leadId(), unmerged.survivorId(), unmerged.at()));
            case LeadEvent.Rejected rejected ->
                outgoing(
                        rejected.leadId(),
                        "lead.rejected.v1",
                        new LeadRejected(rejected.leadId(), rejected.rule(), rejected.at()));
            case LeadEvent.Held held ->
                outgoing(
                        held.leadId(),
                        "lead.held.v1",
                        new LeadHeld(held.leadId(), List.copyOf(held.reasons()), held.at()));
            case LeadEvent.Released released ->
                outgoing(
                        released.leadId(),
                        "lead.released.v1",
                        new LeadReleased(released.leadId(), released.from(), released.at()));
            case LeadEvent.Lost lost -> outgoing(lost.lead().id(), "lead.lost.v1", LeadLost.from(lost));
            case LeadEvent.Nurtured nurtured ->
                outgoing(nurtured.lead().id(), "lead.nurtured.v1", LeadNurtured.from(nurtured));
            case LeadEvent.Woken woken ->
                outgoing(woken.leadId(), "lead.woken.v1", new LeadWoken(woken.leadId(), woken.at()));
            case LeadEvent.Contacted it ->
                outgoing(
                        it.leadId(),
                        "lead.contacted.v1",
                        new LeadContacted(
                                it.leadId(),
                                it.partnerId(),
                                it.contactBy(),
                                it.at().isBefore(it.contactBy()),
                                it.at()));
            case LeadEvent.WorkStarted it ->
                outgoing(it.leadId(), "lead.workstarted.v1", new LeadWorkStarted(it.leadId(), it.partnerId(), it.at()));
            case LeadEvent.ContactOverdue it ->
                outgoing(
                        it.leadId(),
                        "lead.contactoverdue.v1",
                        new LeadContactOverdue(it.leadId(), it.partnerId(), it.contactBy(), it.at()));
            case LeadEvent.Nudged it ->
                outgoing(
                        it.leadId(),
                        "lead.nudged.v1",
                        new LeadNudged(it.leadId(), it.partnerId(), it.lastNewsAt(), it.at()));
            case LeadEvent.Warned it ->
                outgoing(
                        it.leadId(),
                        "lead.warned.v1",
                        new LeadWarned(it.leadId(), it.partnerId(), it.lastNewsAt(), it.at()));
            case LeadEvent.Recalled it ->
                outgoing(
                        it.leadId(),
                        "lead.recalled.v1",
                        new LeadRecalled(it.leadId(), it.partnerId(), it.reason(), it.lastNewsAt(), it.at()));
            case LeadEvent.Stalled it ->
                outgoing(
                        it.leadId(),
                        "lead.stalled.v1",
                        new LeadStalled(it.leadId(), it.partnerId(), it.lastNewsAt(), it.at()));
        };
    }

    private static OutgoingEvent outgoing(UUID leadId, String type, Object data) {
        return new OutgoingEvent(TOPIC, leadId.toString(), PREFIX + type, data);
    }
}
