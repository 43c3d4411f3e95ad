package org.ninetyten.leadrouting.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.messaging.http.ProblemException;

/** Adds what one side says to a case, as long as nobody has decided. */
@ApplicationScoped
public class BringEvidence {

    private final Cases cases;
    private final OpenCase openCase;
    private final DealPolicies policies;
    private final Clock clock;

    BringEvidence(Cases cases, OpenCase openCase, DealPolicies policies, Clock clock) {
        this.cases = cases;
        this.openCase = openCase;
        this.policies = policies;
        this.clock = clock;
    }

    /** Keeps the evidence; to a partner that is no side of it, there is no such case. */
    @Transactional
    public Evidence bring(UUID caseId, UUID partnerId, Evidence.Brought brought, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RegistrationCase conflict = cases.lock(caseId);
        if (!conflict.isParty(partnerId)) {
            throw ProblemException.notFound("case", caseId);
        }
        if (conflict.state() == CaseState.DECIDED) {
            throw new ProblemException(RegistrationProblem.CASE_DECIDED_ALREADY, "Evidence comes too late.");
        }
        return openCase.bring(caseId, partnerId, brought, policies.validAt(now), by, now);
    }
}
