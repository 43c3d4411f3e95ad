package org.ninetyten.billing.payout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.payout.BankAnswers.Answer;
import org.ninetyten.billing.payout.TakeBankFile.Finding;
import org.ninetyten.billing.payout.TakeBankFile.Problem;

/**
 * What the answers of one file do to the payouts that they are about. They are taken in their order, each as if those
 * before it had been applied; nothing is applied here.
 */
final class BankFileEffects {

    private final Map<UUID, Payout> payouts = new HashMap<>();
    private final Map<UUID, PayoutState> states = new HashMap<>();
    private final Map<UUID, @Nullable String> statuses = new HashMap<>();
    private final Map<String, List<Payout>> batches;
    private final Map<UUID, Ending> endings = new LinkedHashMap<>();
    private final Map<UUID, String> notes = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int applied;
    private int repeated;

    private BankFileEffects(Collection<Payout> told, Map<String, List<Payout>> batches) {
        this.batches = batches;
        told.forEach(payout -> {
            payouts.put(payout.id(), payout);
            states.put(payout.id(), payout.state());
            statuses.put(payout.id(), payout.bankStatus());
        });
    }

    /**
     * Weighs the answers.
     *
     * @param told all payouts that the answers may be about and that the bank was told of
     * @param batches the same payouts by the messages that told of them
     */
    static BankFileEffects of(List<Answer> answers, Collection<Payout> told, Map<String, List<Payout>> batches) {
        BankFileEffects effects = new BankFileEffects(told, batches);
        answers.forEach(effects::weigh);
        return effects;
    }

    List<Ending> settled() {
        return endings(PayoutState.SETTLED);
    }

    List<Ending> failed() {
        return endings(PayoutState.FAILED);
    }

    /** The bank's last word on payouts that it is still at. */
    Map<UUID, String> notes() {
        return notes;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Answers that moved a payout, were noted or are for a person. */
    int applied() {
        return applied;
    }

    /** Answers that say what was known. */
    int repeated() {
        return repeated;
    }

    private List<Ending> endings(PayoutState state) {
        return endings.values().stream()
                .filter(ending -> states.get(ending.payout().id()) == state)
                .toList();
    }

    private void weigh(Answer answer) {
        for (Payout payout : meant(answer)) {
            if (isNews(payout, answer)) {
                applied++;
            } else {
                repeated++;
            }
        }
    }

    private List<Payout> meant(Answer answer) {
        String endToEndId = answer.endToEndId();
        if (endToEndId == null) {
            String message = answer.batchMessageId();
            List<Payout> all = message == null ? List.of() : batches.getOrDefault(message, List.of());
            if (all.isEmpty()) {
                unknown(null, message == null ? "An answer names no payment." : "No batch of ours has this message.");
            }
            return all;
        }
        UUID key = Payout.key(endToEndId);
        Payout payout = key == null ? null : payouts.get(key);
        if (payout == null) {
            unknown(endToEndId, "No payout with this key was submitted.");
            return List.of();
        }
        return List.of(payout);
    }

    private boolean isNews(Payout payout, Answer answer) {
        if (answer.amount() != null && !isAmountOf(payout, answer)) {
            find(
                    payout,
                    Problem.OTHER_AMOUNT,
                    "The bank says " + answer.amount().toPlainString() + " " + answer.currency() + ".");
            return true;
        }
        PayoutState state = states.get(payout.id());
        boolean ended = state == PayoutState.SETTLED || state == PayoutState.FAILED;
        switch (answer.verdict()) {
            case SETTLED -> {
                if (state == PayoutState.SETTLED) {
                    return false;
                }
                if (ended) {
                    find(payout, Problem.CONTRADICTION, "The payout is FAILED. The bank says that it was settled.");
                } else {
                    end(payout, PayoutState.SETTLED, answer, null);
                }
            }
            case REJECTED -> {
                if (state == PayoutState.FAILED) {
                    return false;
                }
                if (ended) {
                    find(payout, Problem.CONTRADICTION, "The payout is SETTLED. The bank says that it was rejected.");
                } else {
                    end(payout, PayoutState.FAILED, answer, "NOT_STATED");
                }
            }
            case RETURNED -> {
                if (ended) {
                    find(
                            payout,
                            Problem.RETURNED_AFTER_SETTLEMENT,
                            "The money came back: " + (answer.reason() == null ? "no reason" : answer.reason()) + ".");
                } else {
                    end(payout, PayoutState.FAILED, answer, "RETURNED");
                }
            }
            case REPEATED ->
                find(
                        payout,
                        Problem.TOLD_TWICE,
                        "The bank refuses a repetition (" + answer.reason()
                                + "). What became of the first is not said.");
            case UNDER_WAY -> {
                if (answer.status().equals(statuses.get(payout.id()))) {
                    return false;
                }
                if (!ended) {
                    statuses.put(payout.id(), answer.status());
                    notes.put(payout.id(), answer.status());
                }
            }
        }
        return true;
    }

    private void end(Payout payout, PayoutState state, Answer answer, @Nullable String reasonOtherwise) {
        String reason = state == PayoutState.FAILED && answer.reason() != null ? answer.reason() : reasonOtherwise;
        states.put(payout.id(), state);
        statuses.put(payout.id(), answer.status());
        notes.remove(payout.id());
        endings.put(payout.id(), new Ending(payout, answer.status(), reason, null));
    }

    private void unknown(@Nullable String endToEndId, String detail) {
        findings.add(new Finding(endToEndId, Problem.UNKNOWN_PAYOUT, detail));
    }

    private void find(Payout payout, Problem problem, String detail) {
        findings.add(new Finding(payout.endToEndId(), problem, detail));
    }

    private static boolean isAmountOf(Payout payout, Answer answer) {
        BigDecimal own = BigDecimal.valueOf(payout.amountMinor())
                .movePointLeft(payout.currency().getDefaultFractionDigits());
        return own.compareTo(answer.amount()) == 0
                && payout.currency().getCurrencyCode().equals(answer.currency());
    }
}
