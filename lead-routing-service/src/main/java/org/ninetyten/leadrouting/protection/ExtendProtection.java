package org.ninetyten.leadrouting.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Extends a live protection, once, for a proof that the partner is at work with the customer. */
@ApplicationScoped
public class ExtendProtection {

    private final Protections protections;
    private final ProtectionEvents events;
    private final DealPolicies policies;
    private final Clock clock;

    ExtendProtection(Protections protections, ProtectionEvents events, DealPolicies policies, Clock clock) {
        this.protections = protections;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Extends.
     *
     * @param what the activity
     * @param on its day, since the protection was granted
     * @param checkVersion refuses when the protection has changed since the caller read it
     */
    @Transactional
    public Protection extend(UUID id, String what, LocalDate on, LongConsumer checkVersion) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Protection protection = protections.lock(id);
        checkVersion.accept(protection.version());
        if (!protection.isLiveAt(now)) {
            throw new ProblemException(
                    ProtectionProblem.PROTECTION_HAS_ENDED, "Only a live protection can be extended.");
        }
        if (protection.extendedAt() != null) {
            throw new ProblemException(
                    ProtectionProblem.PROTECTION_EXTENDED_ALREADY,
                    "It was extended at " + protection.extendedAt() + ".");
        }
        DealPolicy policy = policies.validAt(now);
        if (on.isAfter(LocalDate.ofInstant(now, policy.timeZone()))) {
            throw ProblemException.invalid("activeOn", "must not be in the future");
        }
        if (on.isBefore(LocalDate.ofInstant(protection.grantedAt(), policy.timeZone()))) {
            throw ProblemException.invalid("activeOn", "must not be before the protection was granted");
        }
        Instant until = policy.plusDays(protection.expiresAt(), policy.extensionDays());
        Protection extended = protections.extend(id, until, what, on, now);
        events.publish(List.of(new ProtectionEvent.Extended(extended)));
        return extended;
    }
}
