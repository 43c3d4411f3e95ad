package org.ninetyten.billing.payout;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.bank.BankDetails;
import org.ninetyten.billing.partner.PartnerStandings;
import org.ninetyten.billing.policy.PayoutPolicies;
import org.ninetyten.billing.policy.PayoutPolicy;
import org.ninetyten.billing.rate.Conversion;
import org.ninetyten.billing.rate.Conversions.Wanted;
import org.ninetyten.billing.rate.ExchangeRates;

/**
 * Drafts payouts of everything payable, some hundred partners a transaction. It goes on after a kill from the last
 * partner that was committed. What is payable is locked before it is looked at, so of any number of runs at once each
 * pays what no other one has taken.
 */
@ApplicationScoped
public class DraftPayouts {

    private final PayoutRuns runs;
    private final Payouts payouts;
    private final Accruals accruals;
    private final BankDetails bankDetails;
    private final PartnerStandings standings;
    private final PayoutPolicies policies;
    private final ExchangeRates rates;
    private final Audit audit;
    private final PayoutConfig config;
    private final Clock clock;

    DraftPayouts(
            PayoutRuns runs,
            Payouts payouts,
            Accruals accruals,
            BankDetails bankDetails,
            PartnerStandings standings,
            PayoutPolicies policies,
            ExchangeRates rates,
            Audit audit,
            PayoutConfig config,
            Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.accruals = accruals;
        this.bankDetails = bankDetails;
        this.standings = standings;
        this.policies = policies;
        this.rates = rates;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    private record Purse(UUID partnerId, Currency currency) {}

    private enum Outcome {
        DRAFTED,
        ROLLED_OVER,
        WITHOUT_ACCOUNT,
        NOTHING_DUE,
        WITHOUT_RATE
    }

    /** Begins a run; it is carried out behind the request. */
    @Transactional
    public UUID start(String by) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        runs.add(id, by, now());
        audit.record(by, "payout-run.started", "payout-run/" + id, null, null, null);
        return id;
    }

    @Scheduled(every = "1s", identity = "payout-runs", concurrentExecution = ConcurrentExecution.SKIP)
    void goOn() {
        while (nextPortion()) {
            // There may be more.
        }
    }

    /** Does one portion of the oldest run; says whether there was one. */
    @Transactional
    boolean nextPortion() {
        Optional<PayoutRun> running = runs.lockRunning();
        running.ifPresent(this::portion);
        return running.isPresent();
    }

    /** Does one portion of this run; says whether it goes on. */
    @Transactional
    boolean portionOf(UUID runId) {
        return runs.lockRunning(runId).map(run -> !portion(run).done()).orElse(false);
    }

    private PayoutRun portion(PayoutRun run) {
        Instant now = now();
        List<UUID> partners = payouts.partnersWithPayable(run.afterPartner(), config.runBatch());
        Map<Outcome, Integer> outcomes = partners.isEmpty() ? Map.of() : draft(run, partners, now);
        boolean done = partners.size() < config.runBatch();
        PayoutRun after = new PayoutRun(
                run.id(),
                run.startedAt(),
                run.startedBy(),
                done,
                partners.isEmpty() ? run.afterPartner() : partners.getLast(),
                done ? now : null,
                run.drafted() + outcomes.getOrDefault(Outcome.DRAFTED, 0),
                run.rolledOver() + outcomes.getOrDefault(Outcome.ROLLED_OVER, 0),
                run.withoutAccount() + outcomes.getOrDefault(Outcome.WITHOUT_ACCOUNT, 0),
                run.nothingDue() + outcomes.getOrDefault(Outcome.NOTHING_DUE, 0),
                run.withoutRate() + outcomes.getOrDefault(Outcome.WITHOUT_RATE, 0));
        runs.keep(after);
        return after;
    }

    private Map<Outcome, Integer> draft(PayoutRun run, List<UUID> partners, Instant now) {
        PayoutPolicy policy = policies.at(now);
        Map<Purse, List<Payouts.Payable>> purses = new LinkedHashMap<>();
        for (Payouts.Payable payable : payouts.lockPayable(partners)) {
            purses.computeIfAbsent(new Purse(payable.partnerId(), payable.currency()), any -> new ArrayList<>())
                    .add(payable);
        }
        Set<UUID> left = standings.leftOf(partners);
        Map<String, Map<UUID, BankDetails.Opened>> accounts = new HashMap<>();
        Map<Currency, Optional<Conversion>> conversions = new HashMap<>();
        List<Payout> drafts = new ArrayList<>();
        List<UUID> payoutOfLine = new ArrayList<>();
        List<Payouts.Payable> lines = new ArrayList<>();
        Map<Outcome, Integer> outcomes = new HashMap<>();
        purses.forEach((purse, payable) -> {
            String currency = purse.currency().getCurrencyCode();
            boolean hasAccount = accounts.computeIfAbsent(currency, any -> bankDetails.usable(partners, any, now))
                    .containsKey(purse.partnerId());
            Optional<Conversion> conversion = conversions.computeIfAbsent(
                    purse.currency(),
                    from -> rates.conversion(new Wanted(
                            from,
                            policy.currency(),
                            LocalDate.ofInstant(now, ZoneOffset.UTC),
                            policy.rateMaxAgeDays())));
            long sum = payable.stream().mapToLong(Payouts.Payable::amountMinor).reduce(0, Math::addExact);
            Outcome outcome;
            if (sum <= 0) {
                outcome = Outcome.NOTHING_DUE;
            } else if (conversion.isEmpty()) {
                outcome = Outcome.WITHOUT_RATE;
            } else {
                long compared = conversion.get().convert(sum);
                boolean small = compared < policy.minimumMinor();
                if (small && !left.contains(purse.partnerId()) && !waitsTooLong(payable, policy, now)) {
                    outcome = Outcome.ROLLED_OVER;
                } else if (!hasAccount) {
                    outcome = Outcome.WITHOUT_ACCOUNT;
                } else {
                    outcome = Outcome.DRAFTED;
                    Payout draft = draft(run, purse, sum, compared, small, policy, now);
                    drafts.add(draft);
                    payable.forEach(line -> {
                        payoutOfLine.add(draft.id());
                        lines.add(line);
                    });
                }
            }
            outcomes.merge(outcome, 1, Integer::sum);
        });
        if (!drafts.isEmpty()) {
            payouts.draft(drafts, payoutOfLine, lines);
            accruals.move(
                    lines.stream().map(Payouts.Payable::accrualId).toList(),
                    AccrualState.PAYING,
                    "drafted in payout run " + run.id(),
                    run.startedBy());
        }
        return outcomes;
    }

    private static boolean waitsTooLong(List<Payouts.Payable> payable, PayoutPolicy policy, Instant now) {
        Instant oldest = payable.stream()
                .map(Payouts.Payable::since)
                .min(Instant::compareTo)
                .orElse(now);
        return !oldest.atOffset(ZoneOffset.UTC)
                .plusMonths(policy.forcedAfterMonths())
                .toInstant()
                .isAfter(now);
    }

    private static Payout draft(
            PayoutRun run, Purse purse, long sum, long compared, boolean forced, PayoutPolicy policy, Instant now) {
        return new Payout(
                UuidCreator.getTimeOrderedEpoch(),
                run.id(),
                purse.partnerId(),
                purse.currency(),
                sum,
                policy.version(),
                compared > policy.fourEyesMinor() ? 2 : 1,
                forced,
                PayoutState.DRAFT,
                now,
                run.startedBy(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
