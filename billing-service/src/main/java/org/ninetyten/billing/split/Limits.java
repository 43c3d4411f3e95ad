package org.ninetyten.billing.split;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;
import org.ninetyten.billing.rate.Conversions;
import org.ninetyten.billing.rate.Conversions.Wanted;
import org.ninetyten.billing.rate.ExchangeRates;

/**
 * What deals need beside their plan: exchange rates for limits in another currency, and what caps have left. A plan without
 * limits, and a limit in the deal's own currency, ask the database nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Limits {

    private final Database database;
    private final ExchangeRates rates;

    Limits(Database database, ExchangeRates rates) {
        this.database = database;
        this.rates = rates;
    }

    /** A deal that is to be split. */
    record Planned(WonDeal deal, SplitPlan plan, PartnerOnDate partner) {}

    private record Line(UUID dealId, int ordinal, CapUse.Key key) {}

    /**
     * What the splitter needs for some deals.
     *
     * @param before what these deals took of caps under earlier revisions, which counts as free
     */
    record Known(Conversions conversions, CapUse caps, Map<Line, Long> before) {}

    /** Reads it. The caps are the caller's until the end of the transaction. */
    Known read(List<Planned> deals) {
        Set<Wanted> wanted = new LinkedHashSet<>();
        Set<CapUse.Key> keys = new LinkedHashSet<>();
        for (Planned planned : deals) {
            for (DealLine line : planned.deal().lines()) {
                SplitRule rule = Splitter.ruleFor(line, planned.deal(), planned.plan(), planned.partner());
                if (rule.hasLimits()) {
                    wanted.add(Splitter.wanted(planned.deal(), planned.plan()));
                    rule.caps().forEach(cap -> keys.add(CapUse.Key.of(rule.code(), cap, planned.deal())));
                }
            }
        }
        wanted.removeIf(one -> one.from().equals(one.to()));
        Conversions conversions = wanted.isEmpty() ? Conversions.NONE : rates.conversions(wanted);
        Map<Line, Long> before = before(deals, keys);
        if (keys.isEmpty()) {
            return new Known(conversions, CapUse.none(), before);
        }
        List<CapUse.Key> ordered = List.copyOf(keys);
        // In one order always, so that nobody waits in a ring; a cap is one partner's or one customer's, so few wait at
        // all.
        database.query("""
                select pg_advisory_xact_lock(lock) from (
                    select distinct hashtextextended(key, 9011) as lock from unnest(?) as key order by lock) l""", row -> true, (Object)
                ordered.stream().map(CapUse.Key::toString).toArray(String[]::new));
        Map<CapUse.Key, Long> used = new HashMap<>();
        database.query(
                """
                select k.n, sum(u.used_minor)::bigint as used
                from unnest(?, ?, ?, ?, ?) with ordinality as k (rule_code, scope, period, holder_id, period_start, n)
                    join cap_use u on u.rule_code = k.rule_code and u.scope = k.scope and u.period = k.period
                        and u.holder_id = k.holder_id and u.period_start = k.period_start::date
                group by k.n""",
                row -> used.put(ordered.get(row.getInt("n") - 1), row.getLong("used")),
                ordered.stream().map(CapUse.Key::rule).toArray(String[]::new),
                ordered.stream().map(key -> key.scope().name()).toArray(String[]::new),
                ordered.stream().map(key -> key.period().name()).toArray(String[]::new),
                ordered.stream().map(CapUse.Key::holder).toArray(UUID[]::new),
                ordered.stream().map(key -> key.start().toString()).toArray(String[]::new));
        before.forEach((line, minor) -> used.computeIfPresent(line.key(), (key, all) -> all - minor));
        return new Known(conversions, new CapUse(used), before);
    }

    /** What the deals have taken so far; nothing is asked for when no rule of theirs has ever had a cap. */
    private Map<Line, Long> before(List<Planned> deals, Set<CapUse.Key> keys) {
        Map<Line, Long> before = new HashMap<>();
        if (keys.isEmpty() && deals.stream().allMatch(deal -> withoutCaps(deal.plan()))) {
            return before;
        }
        database.query(
                """
                select deal_id, ordinal, rule_code, scope, period, holder_id, period_start, sum(used_minor)::bigint as used
                from cap_use where deal_id = any(?)
                group by deal_id, ordinal, rule_code, scope, period, holder_id, period_start
                having sum(used_minor) <> 0""",
                row -> {
                    CapUse.Key key = new CapUse.Key(
                            row.getString("rule_code"),
                            Cap.Scope.valueOf(row.getString("scope")),
                            Cap.Period.valueOf(row.getString("period")),
                            row.getObject("holder_id", UUID.class),
                            row.getObject("period_start", LocalDate.class));
                    return before.put(
                            new Line(row.getObject("deal_id", UUID.class), row.getInt("ordinal"), key),
                            row.getLong("used"));
                },
                (Object) deals.stream().map(deal -> deal.deal().dealId()).toArray(UUID[]::new));
        return before;
    }

    private static boolean withoutCaps(SplitPlan plan) {
        return plan.rules().stream().allMatch(rule -> rule.caps().isEmpty());
    }

    /** Keeps what the splits took of caps, as the difference to what their deals took before. */
    void keep(List<PostedSplit> posted, Known known) {
        Map<Line, Long> change = new HashMap<>();
        known.before().forEach((line, minor) -> change.merge(line, -minor, Long::sum));
        Map<UUID, PostedSplit> byDeal = new HashMap<>();
        posted.forEach(split -> byDeal.put(split.split().deal().dealId(), split));
        for (CapUse.Taken taken : known.caps().taken()) {
            PostedSplit split = byDeal.get(taken.dealId());
            if (split != null) {
                change.merge(
                        new Line(taken.dealId(), ordinal(split, taken.lineId()), taken.key()),
                        taken.minor(),
                        Long::sum);
            }
        }
        List<Map.Entry<Line, Long>> rows = new ArrayList<>(change.entrySet());
        rows.removeIf(
                row -> row.getValue() == 0 || !byDeal.containsKey(row.getKey().dealId()));
        if (rows.isEmpty()) {
            return;
        }
        List<Line> lines = rows.stream().map(Map.Entry::getKey).toList();
        database.update(
                """
                insert into cap_use (rule_code, scope, period, holder_id, period_start, split_id, ordinal, deal_id, used_minor)
                select rule_code, scope, period, holder_id, period_start::date, split_id, ordinal, deal_id, used_minor
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as u (rule_code, scope, period, holder_id, period_start, split_id,
                    ordinal, deal_id, used_minor)""",
                lines.stream().map(line -> line.key().rule()).toArray(String[]::new),
                lines.stream().map(line -> line.key().scope().name()).toArray(String[]::new),
                lines.stream().map(line -> line.key().period().name()).toArray(String[]::new),
                lines.stream().map(line -> line.key().holder()).toArray(UUID[]::new),
                lines.stream().map(line -> line.key().start().toString()).toArray(String[]::new),
                lines.stream().map(line -> idOf(byDeal, line)).toArray(UUID[]::new),
                lines.stream().map(Line::ordinal).toArray(Integer[]::new),
                lines.stream().map(Line::dealId).toArray(UUID[]::new),
                rows.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }

    private static UUID idOf(Map<UUID, PostedSplit> byDeal, Line line) {
        PostedSplit split = byDeal.get(line.dealId());
        if (split == null) {
            throw new IllegalStateException("Deal " + line.dealId() + " is not one of the splits");
        }
        return split.id();
    }

    private static int ordinal(PostedSplit split, UUID lineId) {
        List<LineSplit> lines = split.split().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).line().lineId().equals(lineId)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("Split " + split.id() + " has no line " + lineId);
    }
}
