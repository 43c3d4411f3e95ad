package org.ninetyten.billing.rate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.rate.Conversions.Wanted;

/** All exchange rates, of all sources. */
@ApplicationScoped
public class ExchangeRates {

    private final Database database;
    private final Currency pivot;

    ExchangeRates(Database database, RateConfig config) {
        this.database = database;
        this.pivot = NewRate.currency(config.pivot());
    }

    /** Where a page of rates ended. */
    public record Before(LocalDate on, UUID id) {}

    private record Pair(String base, String quote, LocalDate on, int maxAgeDays) {}

    /** Keeps rates; one that says what is known already is left out. Returns how many were new. */
    @Transactional(Transactional.TxType.MANDATORY)
    int add(List<NewRate> rates, String by, Instant now) {
        return database.update(
                """
                insert into exchange_rate (id, source, base, quote, on_date, rate, imported_at, imported_by)
                select n.id, n.source, n.base, n.quote, n.on_date::date, n.rate::numeric, ?, ?
                from unnest(?, ?, ?, ?, ?, ?) as n (id, source, base, quote, on_date, rate)
                    left join lateral (
                        select e.rate from exchange_rate e
                        where e.base = n.base::char(3) and e.quote = n.quote::char(3) and e.on_date = n.on_date::date
                            and e.source = n.source
                        order by e.imported_at desc, e.id desc limit 1) last on true
                where last.rate is distinct from n.rate::numeric""",
                now,
                by,
                rates.stream().map(rate -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new),
                rates.stream().map(NewRate::source).toArray(String[]::new),
                rates.stream().map(rate -> rate.base().getCurrencyCode()).toArray(String[]::new),
                rates.stream().map(rate -> rate.quote().getCurrencyCode()).toArray(String[]::new),
                rates.stream().map(rate -> rate.on().toString()).toArray(String[]::new),
                rates.stream().map(rate -> rate.rate().toPlainString()).toArray(String[]::new));
    }

    /** The rate of a pair on a day or the last one before it. */
    @Transactional
    public Optional<ExchangeRate> latest(Currency base, Currency quote, LocalDate on, int maxAgeDays) {
        Pair pair = new Pair(base.getCurrencyCode(), quote.getCurrencyCode(), on, maxAgeDays);
        return Optional.ofNullable(read(Set.of(pair)).get(pair));
    }

    /**
     * The conversions wanted, of those that there are rates for: of the pair itself, else of the pair the other way round,
     * else through the pivot.
     */
    @Transactional
    public Conversions conversions(Collection<Wanted> wanted) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            for (Currency[] pair :
                    List.of(new Currency[] {one.from(), one.to()}, new Currency[] {one.from(), pivot}, new Currency[] {
                        pivot, one.to()
                    })) {
                if (!pair[0].equals(pair[1])) {
                    pairs.add(pair(pair[0], pair[1], one));
                    pairs.add(pair(pair[1], pair[0], one));
                }
            }
        }
        if (pairs.isEmpty()) {
            return Conversions.NONE;
        }
        Map<Pair, ExchangeRate> rates = read(pairs);
        Map<Wanted, Conversion> found = new HashMap<>();
        for (Wanted one : wanted) {
            Conversion conversion = leg(one, one.from(), one.to(), rates);
            if (conversion == null) {
                conversion = through(leg(one, one.from(), pivot, rates), leg(one, pivot, one.to(), rates));
            }
            if (conversion != null) {
                found.put(one, conversion);
            }
        }
        return new Conversions(found);
    }

    /** One conversion; empty when there is no rate for it. */
    @Transactional
    public Optional<Conversion> conversion(Wanted wanted) {
        try {
            return Optional.of(conversions(List.of(wanted)).require(wanted));
        } catch (IllegalArgumentException missing) {
            return Optional.empty();
        }
    }

    private static @Nullable Conversion leg(Wanted wanted, Currency from, Currency to, Map<Pair, ExchangeRate> rates) {
        if (from.equals(to)) {
            return Conversion.identity(from);
        }
        ExchangeRate direct = rates.get(pair(from, to, wanted));
        if (direct != null) {
            return new Conversion(from, to, direct.rate(), BigDecimal.ONE, List.of(direct));
        }
        ExchangeRate inverse = rates.get(pair(to, from, wanted));
        return inverse == null ? null : new Conversion(from, to, BigDecimal.ONE, inverse.rate(), List.of(inverse));
    }

    private static @Nullable Conversion through(@Nullable Conversion first, @Nullable Conversion second) {
        if (first == null || second == null) {
            return null;
        }
        List<ExchangeRate> rates = new ArrayList<>(first.rates());
        rates.addAll(second.rates());
        return new Conversion(
                first.from(),
                second.to(),
                first.numerator().multiply(second.numerator()),
                first.denominator().multiply(second.denominator()),
                rates);
    }

    private static Pair pair(Currency base, Currency quote, Wanted wanted) {
        return new Pair(base.getCurrencyCode(), quote.getCurrencyCode(), wanted.on(), wanted.maxAgeDays());
    }

    private Map<Pair, ExchangeRate> read(Set<Pair> pairs) {
        List<Pair> ordered = List.copyOf(pairs);
        Map<Pair, ExchangeRate> found = new HashMap<>();
        database.query(
                """
                select q.n, e.* from unnest(?, ?, ?, ?) with ordinality as q (base, quote, on_date, max_age, n)
                    cross join lateral (
                        select r.* from exchange_rate r
                        where r.base = q.base::char(3) and r.quote = q.quote::char(3) and r.on_date <= q.on_date::date
                            and r.on_date >= q.on_date::date - q.max_age
                        order by r.on_date desc, r.imported_at desc, r.id desc limit 1) e""",
                row -> found.put(ordered.get(row.getInt("n") - 1), rate(row)),
                ordered.stream().map(Pair::base).toArray(String[]::new),
                ordered.stream().map(Pair::quote).toArray(String[]::new),
                ordered.stream().map(pair -> pair.on().toString()).toArray(String[]::new),
                ordered.stream().map(Pair::maxAgeDays).toArray(Integer[]::new));
        return found;
    }

    /** Rates, the latest days first, of all pairs or of one. */
    @Transactional
    public List<ExchangeRate> list(
            @Nullable Currency base, @Nullable Currency quote, int limit, @Nullable Before before) {
        return database.query(
                """
                select * from exchange_rate
                where (?::text is null or base = ?::char(3)) and (?::text is null or quote = ?::char(3))
                    and (?::date is null or (on_date, id) < (?::date, ?::uuid))
                order by on_date desc, id desc limit ?""",
                ExchangeRates::rate,
                base == null ? null : base.getCurrencyCode(),
                base == null ? null : base.getCurrencyCode(),
                quote == null ? null : quote.getCurrencyCode(),
                quote == null ? null : quote.getCurrencyCode(),
                before == null ? null : before.on(),
                before == null ? null : before.on(),
                before == null ? null : before.id(),
                limit);
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        return new ExchangeRate(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("base"),
                row.getString("quote"),
                row.getObject("on_date", LocalDate.class),
                plain(row.getBigDecimal("rate")));
    }

    /** Without the zeros that the column adds, and never as a power of ten. */
    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
