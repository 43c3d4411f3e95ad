package org.ninetyten.leadrouting.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Makes a stored decision again, from what was stored of it and under its version of the policy, and compares. */
@ApplicationScoped
@Transactional
public class ReplayDecision {

    private final Decisions decisions;
    private final Policies policies;

    ReplayDecision(Decisions decisions, Policies policies) {
        this.decisions = decisions;
        this.policies = policies;
    }

    /** A value that is not what it was; a partner is named when the value is one of its row. */
    public record Difference(
            String field,
            @Nullable UUID partnerId,
            @Nullable String stored,
            @Nullable String replayed) {}

    /** What the replay gave. */
    public record Replayed(RoutingDecision decision, List<Difference> differences) {

        public boolean isSame() {
            return differences.isEmpty();
        }
    }

    /**
     * Replays one decision about a lead.
     *
     * @throws ProblemException 404 when the lead has no such decision
     */
    public Replayed replay(UUID leadId, UUID decisionId) {
        Decisions.Stored stored =
                decisions.find(leadId, decisionId).orElseThrow(() -> ProblemException.notFound("decision", decisionId));
        int version = stored.decision().policyVersion();
        RoutingPolicy policy = policies.version(version)
                .orElseThrow(() -> new IllegalStateException("There is no routing policy " + version + "."));
        RoutingDecision replayed = Router.replay(stored.decision(), policy);
        return new Replayed(replayed, differences(stored.decision(), replayed));
    }

    static List<Difference> differences(RoutingDecision stored, RoutingDecision replayed) {
        List<Difference> differences = new ArrayList<>();
        compare(differences, "step", null, stored.step(), replayed.step());
        compare(differences, "partnerId", null, stored.partnerId(), replayed.partnerId());
        compare(differences, "failed", null, stored.failed(), replayed.failed());
        Map<UUID, RoutingDecision.Row> rows = new HashMap<>();
        replayed.rows().forEach(row -> rows.put(row.partnerId(), row));
        for (RoutingDecision.Row row : stored.rows()) {
            RoutingDecision.Row again = rows.get(row.partnerId());
            if (again == null) {
                compare(differences, "candidate", row.partnerId(), "there", null);
                continue;
            }
            compare(differences, "inBand", row.partnerId(), row.inBand(), again.inBand());
            compare(differences, "creditAfter", row.partnerId(), row.creditAfter(), again.creditAfter());
        }
        return List.copyOf(differences);
    }

    private static void compare(
            List<Difference> differences,
            String field,
            @Nullable UUID partnerId,
            @Nullable Object stored,
            @Nullable Object replayed) {
        if (!Objects.equals(stored, replayed)) {
            differences.add(new Difference(field, partnerId, text(stored), text(replayed)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
