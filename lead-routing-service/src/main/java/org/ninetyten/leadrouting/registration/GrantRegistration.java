package org.ninetyten.leadrouting.registration;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.deal.OpenDeal;
import org.ninetyten.leadrouting.deal.Sourcing;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.protection.ProtectCustomer;
import org.ninetyten.leadrouting.protection.Protection;

/** Protects the registered customer and opens the deal with it. */
@ApplicationScoped
@Transactional(MANDATORY)
class GrantRegistration {

    private final ProtectCustomer protect;
    private final OpenDeal openDeal;
    private final Customers customers;

    GrantRegistration(ProtectCustomer protect, OpenDeal openDeal, Customers customers) {
        this.protect = protect;
        this.openDeal = openDeal;
        this.customers = customers;
    }

    /**
     * Grants.
     *
     * @return the registration as it is to be kept; nothing when another partner has a live protection
     */
    Optional<DealRegistration> grant(
            DealRegistration registration, UUID customerId, DealPolicy policy, String by, Instant now) {
        UUID dealId = UuidCreator.getTimeOrderedEpoch();
        Optional<Protection> protection = protect.grant(
                new ProtectCustomer.Grant(
                        registration.id(), customerId, registration.product(), registration.partnerId(), dealId),
                policy,
                now);
        if (protection.isEmpty()) {
            return Optional.empty();
        }
        boolean had = registration
                .partnerId()
                .equals(customers.partnersOfRecord(List.of(customerId)).get(customerId));
        openDeal.register(
                new OpenDeal.Registered(
                        dealId,
                        registration.id(),
                        registration.partnerId(),
                        customerId,
                        registration.country(),
                        registration.product(),
                        registration.currency(),
                        had ? Sourcing.MANAGED : Sourcing.SOURCED),
                now);
        return Optional.of(registration.granted(customerId, protection.get().id(), dealId, by, now));
    }
}
