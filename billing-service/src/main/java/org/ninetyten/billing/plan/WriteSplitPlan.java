package org.ninetyten.billing.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Adds a version of the split plan that becomes valid on a day to come, and takes one back before that day. */
@ApplicationScoped
public class WriteSplitPlan {

    /** Where a day begins first. A plan that begins tomorrow there has begun for nobody. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final SplitPlans plans;
    private final Audit audit;
    private final Clock clock;

    WriteSplitPlan(SplitPlans plans, Audit audit, Clock clock) {
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a version.
     *
     * @throws ProblemException 400 with every field that is wrong; 409 when another version begins on that day
     */
    @Transactional
    public SplitPlan write(PlanDraft draft, String why, String by) {
        mustPass(PlanCheck.rules(draft.rules(), draft.suggestions()));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, FIRST_ZONE);
        if (!draft.validFrom().isAfter(today)) {
            throw ProblemException.invalid(
                    "validFrom", "must be after " + today + ": what was sold up to then is split by other versions");
        }
        plans.lock();
        plans.from(draft.validFrom()).ifPresent(other -> {
            throw new ProblemException(
                            GeneralProblem.CONFLICT,
                            "Version %d is valid from %s already; two versions can't overlap."
                                    .formatted(other, draft.validFrom()))
                    .field("validFrom", "is the first day of version " + other);
        });
        SplitPlan before = plans.on(draft.validFrom());
        SplitPlan plan = draft.as(plans.highest() + 1);
        plans.add(plan, why, by, now);
        audit.record(by, "split-plan.written", object(plan.version()), before, plan, why);
        return plan;
    }

    /**
     * Takes a version back that has not begun.
     *
     * @throws ProblemException 404 when there is none, 409 when it has begun or was taken back before
     */
    @Transactional
    public SplitPlan withdraw(int version, String why, String by) {
        plans.lock();
        SplitPlan plan = plans.require(version);
        SplitPlans.History history = plans.histories().get(version);
        if (history != null && history.withdrawnAt() != null) {
            throw ProblemException.illegalState("Version " + version + " was withdrawn before.", List.of());
        }
        if (!plan.validFrom().isAfter(LocalDate.ofInstant(clock.instant(), FIRST_ZONE))) {
            throw ProblemException.illegalState(
                    "Version %d is valid since %s; add a version that replaces it."
                            .formatted(version, plan.validFrom()),
                    List.of());
        }
        plans.withdraw(version, why, by, clock.instant());
        audit.record(by, "split-plan.withdrawn", object(version), plan, null, why);
        return plan;
    }

    /** Refuses with all findings at once. */
    public static void mustPass(List<PlanCheck.Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        ProblemException problem = new ProblemException(
                GeneralProblem.VALIDATION_FAILED,
                "The plan can't split every line in one way: "
                        + findings.getFirst().field() + " "
                        + findings.getFirst().reason() + ".");
        findings.forEach(finding -> problem.field(finding.field(), finding.reason()));
        throw problem;
    }

    private static String object(int version) {
        return "split-plan/" + version;
    }
}
