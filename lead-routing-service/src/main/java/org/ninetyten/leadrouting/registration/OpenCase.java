package org.ninetyten.leadrouting.registration;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Opens cases and takes evidence in. */
@ApplicationScoped
@Transactional(MANDATORY)
class OpenCase {

    private final Cases cases;

    OpenCase(Cases cases) {
        this.cases = cases;
    }

    /** Opens the case of a registration that is in dispute and kept already. */
    RegistrationCase open(
            UUID registrationId, ConflictCause cause, UUID claimantId, UUID holderId, DealPolicy policy, Instant now) {
        RegistrationCase conflict = new RegistrationCase(
                UuidCreator.getTimeOrderedEpoch(),
                registrationId,
                cause,
                claimantId,
                holderId,
                CaseState.OPEN,
                now,
                policy.decideBy(now),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        cases.add(conflict);
        return conflict;
    }

    /** Keeps evidence of one side. */
    Evidence bring(
            UUID caseId,
            UUID partnerId,
            Evidence.@Nullable Brought brought,
            DealPolicy policy,
            String by,
            Instant now) {
        if (brought == null) {
            throw ProblemException.invalid("evidence", "must not be null");
        }
        if (cases.evidence(caseId, partnerId).size() >= policy.evidencePerSide()) {
            throw new ProblemException(
                    RegistrationProblem.TOO_MUCH_EVIDENCE,
                    "Each side may bring " + policy.evidencePerSide() + " pieces.");
        }
        Evidence evidence = new Evidence(
                UuidCreator.getTimeOrderedEpoch(),
                partnerId,
                brought.what(),
                brought.links(),
                brought.attachments(),
                now,
                by);
        cases.add(caseId, evidence);
        return evidence;
    }
}
