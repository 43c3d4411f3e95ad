package org.ninetyten.billing.accrual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Stops one line on its way to the partner while there is a suspicion, and lets it go again. */
@ApplicationScoped
public class HoldAccrual {

    private final Accruals accruals;
    private final AccrualQueries queries;
    private final Audit audit;

    HoldAccrual(Accruals accruals, AccrualQueries queries, Audit audit) {
        this.accruals = accruals;
        this.queries = queries;
        this.audit = audit;
    }

    /** What the audit record keeps of it. */
    private record Kept(AccrualState state, @Nullable Instant until) {}

    /**
     * Freezes the line.
     *
     * @param until when it goes on if nobody decides; null: it waits for a decision
     * @throws ProblemException 404 when there is no such accrual, 409 when it can't be stopped any more
     */
    @Transactional
    public AccrualQueries.View freeze(UUID id, @Nullable Instant until, String why, String by) {
        AccrualQueries.View before = require(id);
        accruals.freeze(List.of(id), FreezeReason.FRAUD, until, why, by);
        audit.record(
                by,
                "accrual.frozen",
                "accrual/" + id,
                new Kept(before.state(), null),
                new Kept(AccrualState.FROZEN, until),
                why);
        return require(id);
    }

    /** Lets the line go on from where it was; one that disputes froze is theirs to release. */
    @Transactional
    public AccrualQueries.View release(UUID id, String why, String by) {
        AccrualQueries.View before = require(id);
        if (before.state() != AccrualState.FROZEN || before.frozenFor() != FreezeReason.FRAUD) {
            throw ProblemException.illegalState(
                    "Accrual %s is %s and not frozen for a suspicion.".formatted(id, before.state()),
                    before.state().next().stream().sorted().toList());
        }
        accruals.release(List.of(id), why, by);
        AccrualQueries.View after = require(id);
        audit.record(
                by,
                "accrual.released",
                "accrual/" + id,
                new Kept(before.state(), before.frozenUntil()),
                new Kept(after.state(), null),
                why);
        return after;
    }

    private AccrualQueries.View require(UUID id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("accrual", id));
    }
}
