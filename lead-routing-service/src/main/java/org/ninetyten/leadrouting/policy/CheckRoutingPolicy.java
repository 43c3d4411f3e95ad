package org.ninetyten.leadrouting.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Checks a policy against itself and against the network. A credential that a policy newly asks for, and that no active
 * partner holds, is a fault: leads that pass today would find nobody. One that the valid policy asks for already is a
 * warning, and so is one for a service that nobody offers.
 */
@ApplicationScoped
public class CheckRoutingPolicy {

    private final Policies policies;
    private final Database database;
    private final Clock clock;

    CheckRoutingPolicy(Policies policies, Database database, Clock clock) {
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /** What keeps a document from being a policy, and what should be looked at. */
    public record Outcome(List<PolicyCheck.Fault> faults, List<PolicyCheck.Fault> warnings) {}

    /** Says everything there is to say about a document. */
    public Outcome check(JsonNode document) {
        Instant now = clock.instant();
        RoutingPolicy valid = policies.validAt(now);
        List<PolicyCheck.Fault> faults = new ArrayList<>(PolicyCheck.faults(document, valid));
        List<PolicyCheck.Fault> warnings = new ArrayList<>();
        if (faults.isEmpty()) {
            Map<IncomePoint, Serving> serving =
                    serving(now.atZone(ZoneOffset.UTC).toLocalDate());
            JsonNode needs = document.path("needsWithCredential");
            for (int i = 0; i < needs.size(); i++) {
                IncomePoint need = IncomePoint.valueOf(needs.get(i).asText());
                Serving partners = serving.getOrDefault(need, new Serving(0, 0));
                if (partners.certified() == 0) {
                    boolean closesADoor = partners.listed() > 0
                            && !valid.needsWithCredential().contains(need);
                    (closesADoor ? faults : warnings)
                            .add(new PolicyCheck.Fault(
                                    "needsWithCredential[" + i + "]",
                                    "no active partner holds a live credential for " + need + "; " + partners.listed()
                                            + " offer it"));
                }
            }
        }
        return new Outcome(List.copyOf(faults), List.copyOf(warnings));
    }

    /**
     * The policy of a document without faults, as a draft.
     *
     * @throws ProblemException 400 with every field that is wrong
     */
    public RoutingPolicy mustPass(JsonNode document) {
        List<PolicyCheck.Fault> faults = check(document).faults();
        if (!faults.isEmpty()) {
            ProblemException problem = new ProblemException(
                    GeneralProblem.VALIDATION_FAILED, "The document is not a routing policy that can be used.");
            faults.forEach(fault ->
                    problem.field(fault.field().isEmpty() ? "document" : "document." + fault.field(), fault.reason()));
            throw problem;
        }
        return PolicyJson.read(0, document);
    }

    /** How many active partners list a service, and how many of them hold a live credential for it. */
    private record Serving(int listed, int certified) {}

    private Map<IncomePoint, Serving> serving(LocalDate today) {
        Map<IncomePoint, Serving> serving = new EnumMap<>(IncomePoint.class);
        database.query(
                """
                select s.service, count(*) as listed,
                       count(*) filter (where exists (
                           select 1 from credential c
                            where c.partner_id = p.partner_id and c.competency = s.service and not c.revoked
                              and c.valid_from <= ? and (c.valid_until is null or c.valid_until >= ?))) as certified
                  from partner p cross join lateral unnest(p.services) as s (service)
                 where p.status = 'ACTIVE'
                 group by s.service""",
                row -> serving.put(
                        IncomePoint.valueOf(row.getString("service")),
                        new Serving(row.getInt("listed"), row.getInt("certified"))),
                today,
                today);
        return serving;
    }
}
