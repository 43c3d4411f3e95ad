package org.ninetyten.leadrouting.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Adds a version of the routing policy, valid from now or from a later instant. */
@ApplicationScoped
public class WriteRoutingPolicy {

    private final PolicyVersions versions;
    private final Policies policies;
    private final CheckRoutingPolicy check;
    private final Audit audit;
    private final Clock clock;

    WriteRoutingPolicy(PolicyVersions versions, Policies policies, CheckRoutingPolicy check, Audit audit, Clock clock) {
        this.versions = versions;
        this.policies = policies;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the version.
     *
     * @param validFrom nothing for at once; what is decided already stays as it was decided
     * @throws ProblemException 400 with every field that is wrong; 409 when another version begins at that instant
     */
    @Transactional
    public PolicyVersion write(String name, @Nullable Instant validFrom, String why, JsonNode document, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (validFrom != null && validFrom.isBefore(now)) {
            throw ProblemException.invalid(
                    "validFrom", "must not be in the past: leads were routed under another policy then");
        }
        versions.lock();
        RoutingPolicy draft = check.mustPass(document);
        Instant from = validFrom == null ? now : validFrom.truncatedTo(ChronoUnit.MICROS);
        Integer twin = versions.from(from);
        if (twin != null) {
            throw new ProblemException(
                    GeneralProblem.CONFLICT, "Version " + twin + " is valid from " + from + " already.");
        }
        RoutingPolicy before = policies.validAt(now);
        RoutingPolicy policy = PolicyJson.read(versions.highest() + 1, PolicyJson.write(draft));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        versions.add(id, policy, name, from, why, by, now);
        audit.record(
                by,
                "routing-policy.written",
                id,
                "version " + before.version() + " " + PolicyJson.write(before),
                "version " + policy.version() + " valid from " + from + " " + PolicyJson.write(policy),
                why);
        return versions.require(policy.version());
    }
}
