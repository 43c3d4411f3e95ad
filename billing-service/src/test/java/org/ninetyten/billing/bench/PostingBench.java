package org.ninetyten.billing.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.ledger.LedgerQueries;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.split.DealLine;
import org.ninetyten.billing.split.PostSplit;
import org.ninetyten.billing.split.Received;
import org.ninetyten.billing.split.WonDeal;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Pairs;
import org.ninetyten.testing.bench.Spread;

/**
 * P6, in a ledger of 24,119 partners and twelve months of 100,000 deals: splitting and posting won deals in batches as they
 * come from Kafka (plan, tier, region, trace of each line, accruals, ledger with its guards, event in the outbox, commit on
 * disk) against set-based SQL that copies the same rows into the same guarded tables; postings of many threads to one account against spread ones;
 * balances at an instant. Not part of a build; run it with {@code ./ninetyten bench P6}.
 */
@QuarkusTest
@TestProfile(PostingBench.WithoutRelay.class)
class PostingBench {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final int BATCH = 500;
    private static final int THREADS = 4;
    private static final int ENTRIES_AT_ONCE = 100;

    /** Nobody publishes: the rows of the outbox stay and can be counted. */
    public static final class WithoutRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ninetyten.outbox.relay.enabled", "false", "quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    PostSplit post;

    @Inject
    Ledger ledger;

    @Inject
    LedgerQueries queries;

    private final Random random = new Random(9010);
    private int barRuns;

    @Test
    void measures() throws Exception {
        int months = Books.setting("months", 12);
        int dealsAMonth = Books.setting("deals", 100_000);
        int pairs = Books.setting("pairs", 5);
        Figures figures = new Figures("P6");
        try (Books books = Books.open()) {
            books.fill(months, dealsAMonth);
            System.out.printf("%d partners, %d entries in the ledger%n", Books.PARTNERS, months * dealsAMonth);
            balances(books, figures);
            posting(books, figures, pairs);
            hotAccount(books, figures, pairs);
            books.require("entries that do not sum to zero", 0, """
                    select count(*) from (select entry_id from posting group by entry_id, currency
                        having sum(amount_minor) <> 0) wrong""");
        }
        figures.write();
    }

    private void posting(Books books, Figures figures, int pairs) throws Exception {
        int batches = Books.setting("batches", 20);
        // A JVM that has not yet compiled what it runs says nothing of the service.
        for (int i = 0; i < Books.setting("warmup", 3); i++) {
            split(books, deals(batches * BATCH));
        }
        List<List<Received<WonDeal>>> reference = deals(batches * BATCH);
        split(books, reference);
        books.copyRows(
                reference.stream()
                        .flatMap(List::stream)
                        .map(deal -> deal.what().dealId())
                        .toArray(UUID[]::new),
                BATCH);
        Spread ledgerAlone = Pairs.ratio(
                "entries of splits posted ÷ set-based SQL", pairs, () -> postSplitEntries(books, batches), () -> {
                    books.prepare(++barRuns);
                    long start = System.nanoTime();
                    books.writeLedger(batches);
                    return rate((long) batches * BATCH, start);
                });
        figures.add(
                "entries of splits posted to the ledger in batches of " + BATCH
                        + " ÷ set-based SQL of the same rows into the same guarded tables",
                ledgerAlone,
                ">= 0.60",
                ledgerAlone.median() >= 0.60,
                "every entry is there and sums to zero");
        Spread ratio =
                Pairs.ratio("splits posted ÷ set-based SQL", pairs, () -> split(books, deals(batches * BATCH)), () -> {
                    books.prepare(++barRuns);
                    long before = books.count("select count(*) from split");
                    long start = System.nanoTime();
                    books.writeAll(batches);
                    double rate = rate((long) batches * BATCH, start);
                    books.require("bare splits", before + (long) batches * BATCH, "select count(*) from split");
                    return rate;
                });
        figures.add(
                "won deals split, traced, accrued, posted and told in batches of " + BATCH
                        + " ÷ set-based SQL of the same rows into the same guarded tables",
                ratio,
                ">= 0.60",
                ratio.median() >= 0.60,
                "each deal is one split, one entry that sums to zero, an accrual per line and one event");
    }

    /** Posts the entries of splits, five postings each, and says how many a second. */
    private double postSplitEntries(Books books, int batches) throws Exception {
        List<List<JournalEntry>> work = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                UUID partner = Books.partner(random.nextInt(Books.PARTNERS));
                entries.add(new JournalEntry(
                        id(),
                        JournalEntry.Kind.DEAL_SPLIT,
                        id(),
                        1,
                        LocalDate.parse("2026-11-23"),
                        "Split of a won deal",
                        List.of(
                                new Posting(Account.of(AccountType.VENDOR_REVENUE, EURO), -60_000),
                                new Posting(Account.of(AccountType.CUSTOMER_RECEIVABLE, EURO), 100_000),
                                new Posting(Account.of(AccountType.PARTNER_PAYABLE, partner, EURO), -40_000),
                                new Posting(Account.of(AccountType.PARTNER_COLLECTED, EURO), 900_000),
                                new Posting(Account.of(AccountType.PARTNER_EARNED, partner, EURO), -900_000))));
            }
            work.add(entries);
        }
        long before = books.count("select count(*) from journal_entry");
        long start = System.nanoTime();
        for (List<JournalEntry> entries : work) {
            QuarkusTransaction.requiringNew().run(() -> ledger.postAll(entries, Instant.now()));
        }
        double rate = rate((long) batches * BATCH, start);
        books.require("entries", before + (long) batches * BATCH, "select count(*) from journal_entry");
        return rate;
    }

    /** Splits deals batch by batch and says how many a second. */
    private double split(Books books, List<List<Received<WonDeal>>> batches) throws Exception {
        long deals = batches.stream().mapToLong(List::size).sum();
        String counts = "select (select count(*) from split) || ' ' || (select count(*) from journal_entry) || ' '"
                + " || (select count(*) from accrual) || ' ' || (select count(*) from outbox)";
        long[] before = numbers(books.text(counts));
        long start = System.nanoTime();
        batches.forEach(post::handleAll);
        double rate = rate(deals, start);
        long[] after = numbers(books.text(counts));
        for (int i = 0; i < after.length; i++) {
            long expected = before[i] + (i == 2 ? 2L * deals : deals);
            if (after[i] != expected) {
                throw new IllegalStateException("splits, entries, accruals, events: " + books.text(counts));
            }
        }
        return rate;
    }

    private static long[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private List<List<Received<WonDeal>>> deals(int count) {
        List<List<Received<WonDeal>>> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % BATCH == 0) {
                batches.add(new ArrayList<>());
            }
            long licence = 10_000L + random.nextInt(1_000_000);
            long work = licence * (1L + random.nextInt(12));
            batches.getLast()
                    .add(new Received<>(
                            new WonDeal(
                                    id(),
                                    Books.partner(random.nextInt(Books.PARTNERS)),
                                    id(),
                                    Sale.FIRST,
                                    EURO,
                                    LocalDate.parse("2026-11-23"),
                                    List.of(
                                            line(IncomePoint.LICENCE, licence, Party.VENDOR),
                                            line(IncomePoint.IMPLEMENTATION, work, Party.PARTNER))),
                            "bench"));
        }
        return batches;
    }

    private static DealLine line(IncomePoint point, long net, Party party) {
        return new DealLine(id(), point, 1, net, net, net / 5, party, party);
    }

    private void hotAccount(Books books, Figures figures, int pairs) throws Exception {
        int rounds = Books.setting("rounds", 50);
        UUID hot = Books.partner(0);
        Spread ratio = Pairs.ratio(
                "hot account ÷ spread accounts",
                pairs,
                () -> postEntries(books, rounds, () -> hot),
                () -> postEntries(books, rounds, () -> Books.partner(random.nextInt(Books.PARTNERS))));
        figures.add(
                "entries posted by " + THREADS + " threads to one partner's accounts ÷ to any partner's",
                ratio,
                ">= 0.90",
                ratio.median() >= 0.90,
                "every entry is there and sums to zero");
    }

    private double postEntries(Books books, int rounds, java.util.function.Supplier<UUID> partner) throws Exception {
        List<List<JournalEntry>> work = new ArrayList<>();
        for (int round = 0; round < rounds * THREADS; round++) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int i = 0; i < ENTRIES_AT_ONCE; i++) {
                entries.add(entry(partner.get()));
            }
            work.add(entries);
        }
        long before = books.count("select count(*) from journal_entry");
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<List<JournalEntry>> mine = work.subList(thread * rounds, (thread + 1) * rounds);
                tasks.add(() -> {
                    for (List<JournalEntry> entries : mine) {
                        QuarkusTransaction.requiringNew().run(() -> ledger.postAll(entries, Instant.now()));
                    }
                    return true;
                });
            }
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        double rate = rate((long) rounds * THREADS * ENTRIES_AT_ONCE, start);
        books.require(
                "entries", before + (long) rounds * THREADS * ENTRIES_AT_ONCE, "select count(*) from journal_entry");
        return rate;
    }

    private static JournalEntry entry(UUID partner) {
        return new JournalEntry(
                id(),
                JournalEntry.Kind.REIMBURSEMENT,
                id(),
                1,
                LocalDate.parse("2026-11-23"),
                "Bench",
                List.of(
                        new Posting(Account.of(AccountType.PARTNER_RECEIVABLE, partner, EURO), 100),
                        new Posting(Account.of(AccountType.PARTNER_PAYABLE, partner, EURO), -100)));
    }

    private void balances(Books books, Figures figures) throws Exception {
        List<Double> times = new ArrayList<>();
        List<Double> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            UUID partner = Books.partner(random.nextInt(Books.PARTNERS));
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            times.add(books.databaseTime("""
                    select a.code, a.type, a.currency, sum.balance from account a cross join lateral (
                        select coalesce(sum(p.amount_minor), 0)::bigint as balance from posting p
                        where p.account_id = a.id and p.posted_at <= '%2$s') sum
                    where a.partner_id = '%1$s' and a.created_at <= '%2$s' order by a.currency, a.type""".formatted(partner, at)));
            long start = System.nanoTime();
            List<LedgerQueries.AccountBalance> balances = queries.balancesOf(partner, at);
            calls.add((System.nanoTime() - start) / 1e6);
            long expected = books.count("""
                    select coalesce(sum(p.amount_minor), 0) from posting p join account a on a.id = p.account_id
                    where a.partner_id = '%s' and p.posted_at <= '%s'""".formatted(partner, at));
            long actual = balances.stream()
                    .mapToLong(LedgerQueries.AccountBalance::balanceMinor)
                    .sum();
            if (actual != expected) {
                throw new IllegalStateException("The balance of " + partner + " is " + actual + ", not " + expected);
            }
        }
        double p99 = percentile(times, 99);
        figures.add(
                "balance of one partner at an instant, database time with planning",
                String.format(
                        Locale.ROOT,
                        "median %.2f ms, p99 %.2f ms; the call with planning and pool %.2f ms, %.2f ms",
                        percentile(times, 50),
                        p99,
                        percentile(calls, 50),
                        percentile(calls, 99)),
                "<= 5 ms",
                p99 <= 5,
                "equals the sum of the partner's postings");
        long start = System.nanoTime();
        List<LedgerQueries.TrialBalanceLine> lines = queries.trialBalance(Instant.parse("2027-01-01T00:00:00Z"));
        double seconds = (System.nanoTime() - start) / 1e9;
        long sum = lines.stream()
                .mapToLong(LedgerQueries.TrialBalanceLine::balanceMinor)
                .sum();
        figures.add(
                "trial balance of all accounts at an instant, " + books.count("select count(*) from posting")
                        + " postings",
                String.format(Locale.ROOT, "%.2f s", seconds),
                "sums to zero",
                sum == 0,
                "debits and credits of all accounts sum to zero");
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double rate(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
