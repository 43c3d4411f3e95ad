package org.ninetyten.billing.payout.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.ninetyten.billing.payout.Payout;
import org.ninetyten.billing.payout.PayoutEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes payouts on {@code billing.payout}, and paid reimbursements on {@code billing.reimbursement}. */
@ApplicationScoped
class PayoutEventPublisher implements PayoutEvents {

    private static final String TOPIC = "billing.payout";
    private static final String PREFIX = "org.ninetyten.billing.";

    private final Outbox outbox;

    PayoutEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void submitted(Collection<Payout> payouts, Instant at) {
        outbox.appendAll(payouts.stream()
                .map(payout -> outgoing(
                        payout,
                        "payout.submitted.v1",
                        new PayoutSubmitted(
                                payout.id(), payout.partnerId(), currency(payout), payout.amountMinor(), at)))
                .toList());
    }

    @Override
    public void settled(Collection<Payout> payouts, Instant at) {
        outbox.appendAll(payouts.stream()
                .map(payout -> outgoing(
                        payout,
                        "payout.settled.v1",
                        new PayoutSettled(payout.id(), payout.partnerId(), currency(payout), payout.amountMinor(), at)))
                .toList());
    }

    @Override
    public void failed(Collection<Failed> payouts, Instant at) {
        outbox.appendAll(payouts.stream()
                .map(failed -> outgoing(
                        failed.payout(),
                        "payout.failed.v1",
                        new PayoutFailed(
                                failed.payout().id(),
                                failed.payout().partnerId(),
                                currency(failed.payout()),
                                failed.payout().amountMinor(),
                                failed.reason(),
                                at)))
                .toList());
    }

    @Override
    public void reimbursementsPaid(List<PaidClaim> claims, Instant at) {
        outbox.appendAll(claims.stream()
                .map(claim -> new OutgoingEvent(
                        "billing.reimbursement",
                        claim.claimId().toString(),
                        PREFIX + "reimbursement.paid.v1",
                        new ReimbursementPaid(
                                claim.claimId(),
                                claim.partnerId(),
                                claim.currency(),
                                claim.amountMinor(),
                                claim.payoutId(),
                                at)))
                .toList());
    }

    private static OutgoingEvent outgoing(Payout payout, String type, Object data) {
        return new OutgoingEvent(TOPIC, payout.id().toString(), PREFIX + type, data);
    }

    private static String currency(Payout payout) {
        return payout.currency().getCurrencyCode();
    }
}
