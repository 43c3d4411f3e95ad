package org.ninetyten.leadrouting.protection;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;

/** Gives and takes protections as part of what a registration or a deal comes to. */
@ApplicationScoped
@Transactional(MANDATORY)
public class ProtectCustomer {

    private final Protections protections;
    private final ProtectionEvents events;

    ProtectCustomer(Protections protections, ProtectionEvents events) {
        this.protections = protections;
        this.events = events;
    }

    /** Whom and what for. */
    public record Grant(UUID registrationId, UUID customerId, String product, UUID partnerId, UUID dealId) {}

    /** Protects, unless somebody else was first; a protection whose time is over stands in nobody's way. */
    public Optional<Protection> grant(Grant to, DealPolicy policy, Instant now) {
        protections
                .expireOf(new Protections.Wanted(to.customerId(), to.product()), now)
                .ifPresent(this::publishEnd);
        Protection protection = new Protection(
                UuidCreator.getTimeOrderedEpoch(),
                to.registrationId(),
                to.customerId(),
                to.product(),
                to.partnerId(),
                to.dealId(),
                ProtectionState.LIVE,
                now,
                policy.plusDays(now, policy.protectionDays()),
                null,
                null,
                null,
                null,
                policy.version(),
                0);
        if (!protections.add(protection)) {
            return Optional.empty();
        }
        events.publish(List.of(new ProtectionEvent.Granted(protection)));
        return Optional.of(protection);
    }

    /** The deal was won or lost, or given up: other partners may register the customer again. */
    public void endOfDeal(UUID dealId, ProtectionState as, Instant now) {
        protections.endOfDeal(dealId, as, now).ifPresent(this::publishEnd);
    }

    /** Takes the protection of a customer and product from the partner that has it. */
    public void revoke(UUID customerId, String product, UUID partnerId, Instant now) {
        protections
                .endOf(new Protections.Wanted(customerId, product), partnerId, ProtectionState.REVOKED, now)
                .ifPresent(this::publishEnd);
    }

    private void publishEnd(Protection ended) {
        events.publish(List.of(new ProtectionEvent.Ended(ended)));
    }
}
