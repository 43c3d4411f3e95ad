package org.ninetyten.leadrouting.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.RoutingPolicy;

/** One version of the routing policy, and who wrote it when and why. */
public record PolicyVersion(
        UUID id,
        RoutingPolicy policy,
        String name,
        Instant validFrom,
        String why,
        String createdBy,
        Instant createdAt,
        PolicyState state,
        @Nullable Withdrawal withdrawal) {

    /** Who took a version back, and why. */
    public record Withdrawal(Instant at, String by, String why) {}

    public int number() {
        return policy.version();
    }
}
