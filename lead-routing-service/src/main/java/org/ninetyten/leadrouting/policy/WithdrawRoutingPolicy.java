package org.ninetyten.leadrouting.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Takes back a version of the routing policy that has not become valid yet. */
@ApplicationScoped
public class WithdrawRoutingPolicy {

    private final PolicyVersions versions;
    private final Audit audit;
    private final Clock clock;

    WithdrawRoutingPolicy(PolicyVersions versions, Audit audit, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Withdraws the version; 409 when it is or was valid, or is withdrawn already. */
    @Transactional
    public PolicyVersion withdraw(int number, String why, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        versions.lock();
        PolicyVersion version = versions.require(number);
        if (!versions.withdraw(number, by, why, now)) {
            throw ProblemException.illegalState(
                    "Version " + number + " is " + version.state() + "; only a future one can be withdrawn.",
                    List.of());
        }
        audit.record(
                by,
                "routing-policy.withdrawn",
                version.id(),
                "version " + number + " valid from " + version.validFrom(),
                "WITHDRAWN",
                why);
        return versions.require(number);
    }
}
