package org.ninetyten.billing.accrual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/** All accruals. Each method is one statement for any number of them, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Accruals {

    private final Database database;
    private final Clock clock;

    Accruals(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds accruals in the states in which they start. */
    public void addAll(List<Accrual> accruals) {
        if (accruals.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into accrual (id, partner_id, kind, parent_id, deal_id, line_id, income_point, reference, split_id,
                    split_ordinal, invoice_date, currency, amount_minor, zero_reason, trace, journal_entry_id, posted_at,
                    held_until, state, state_since)
                select id, partner_id, kind, parent_id, deal_id, line_id, income_point, reference, split_id, split_ordinal,
                    invoice_date::date, currency, amount_minor, zero_reason, trace::jsonb, journal_entry_id,
                    posted_at::timestamptz, held_until::timestamptz, state, posted_at::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as a (id, partner_id, kind, parent_id, deal_id, line_id, income_point, reference, split_id,
                        split_ordinal, invoice_date, currency, amount_minor, zero_reason, trace, journal_entry_id,
                        posted_at, held_until, state)""",
                ids(accruals, Accrual::id),
                ids(accruals, Accrual::partnerId),
                texts(accruals, Accrual::kind),
                ids(accruals, Accrual::parentId),
                ids(accruals, Accrual::dealId),
                ids(accruals, Accrual::lineId),
                texts(accruals, Accrual::incomePoint),
                ids(accruals, Accrual::reference),
                ids(accruals, Accrual::splitId),
                accruals.stream().map(Accrual::splitOrdinal).toArray(Integer[]::new),
                texts(accruals, Accrual::invoiceDate),
                texts(accruals, accrual -> accrual.currency().getCurrencyCode()),
                accruals.stream().map(Accrual::amountMinor).toArray(Long[]::new),
                texts(accruals, Accrual::zeroReason),
                texts(accruals, Accrual::trace),
                ids(accruals, Accrual::journalEntryId),
                texts(accruals, Accrual::postedAt),
                texts(accruals, Accrual::heldUntil),
                texts(accruals, Accrual::state));
    }

    /** All accruals of deals' lines, oldest first, locked: none of them moves until the end of the transaction. */
    public List<AccrualStanding> ofDeals(Collection<UUID> dealIds) {
        return database.query(
                """
                select id, parent_id, deal_id, line_id, amount_minor, state, frozen_from, held_until from accrual
                where deal_id = any(?) and line_id is not null order by id for no key update""",
                row -> {
                    String frozenFrom = row.getString("frozen_from");
                    return new AccrualStanding(
                            row.getObject("id", UUID.class),
                            row.getObject("parent_id", UUID.class),
                            row.getObject("deal_id", UUID.class),
                            row.getObject("line_id", UUID.class),
                            row.getLong("amount_minor"),
                            AccrualState.valueOf(row.getString("state")),
                            frozenFrom == null ? null : AccrualState.valueOf(frozenFrom),
                            row.getObject("held_until") == null ? null : Database.instant(row, "held_until"));
                },
                (Object) distinct(dealIds));
    }

    /**
     * Moves accruals on, all or none.
     *
     * @param by who moved them: a person's user name or the name of a job
     * @throws ProblemException 409 with the allowed moves when one of them may not move there
     */
    public void move(Collection<UUID> ids, AccrualState to, String why, String by) {
        UUID[] wanted = distinct(ids);
        int moved = database.update(
                """
                with candidate as (
                    select id, state from accrual where id = any(?) order by id for no key update),
                moved as (
                    update accrual a set state = ?, state_since = ?, state_reason = ?, frozen_for = null,
                        frozen_from = null, frozen_until = null
                    from candidate c where c.id = a.id and c.state = any(?) returning a.id, c.state as from_state)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, from_state, ?, ?, ?, ?, ? from moved""",
                wanted,
                to.name(),
                clock.instant(),
                why,
                to.before().stream().map(Enum::name).toArray(String[]::new),
                to.name(),
                clock.instant(),
                why,
                by,
                Correlation.current());
        if (moved < wanted.length) {
            refuse(wanted, to);
        }
    }

    /**
     * Moves accruals on, all or none, each for a reason of its own.
     *
     * @param reasons why, by the accruals
     * @throws ProblemException 409 with the allowed moves when one of them may not move there
     */
    public void move(Map<UUID, String> reasons, AccrualState to, String by) {
        UUID[] wanted = distinct(reasons.keySet());
        int moved = database.update(
                """
                with wanted as (select * from unnest(?, ?) as w (id, why)),
                candidate as (
                    select id, state from accrual where id = any(?) order by id for no key update),
                moved as (
                    update accrual a set state = ?, state_since = ?, state_reason = w.why, frozen_for = null,
                        frozen_from = null, frozen_until = null
                    from candidate c join wanted w on w.id = c.id
                    where c.id = a.id and c.state = any(?) returning a.id, c.state as from_state, w.why)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, from_state, ?, ?, why, ?, ? from moved""",
                wanted,
                Arrays.stream(wanted).map(reasons::get).toArray(String[]::new),
                wanted,
                to.name(),
                clock.instant(),
                to.before().stream().map(Enum::name).toArray(String[]::new),
                to.name(),
                clock.instant(),
                by,
                Correlation.current());
        if (moved < wanted.length) {
            refuse(wanted, to);
        }
    }

    /**
     * Freezes accruals until a decision or, at the latest, the given instant. Only these lines wait, not those beside them.
     *
     * @throws ProblemException 409 with the allowed moves when one of them may not be frozen
     */
    public void freeze(Collection<UUID> ids, FreezeReason reason, @Nullable Instant until, String why, String by) {
        UUID[] wanted = distinct(ids);
        int moved = database.update(
                """
                with candidate as (
                    select id, state from accrual where id = any(?) order by id for no key update),
                moved as (
                    update accrual a set state = 'FROZEN', state_since = ?, state_reason = ?, frozen_for = ?,
                        frozen_from = c.state, frozen_until = ?
                    from candidate c where c.id = a.id and c.state = any(?) returning a.id, c.state as from_state)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, from_state, 'FROZEN', ?, ?, ?, ? from moved""",
                wanted,
                clock.instant(),
                why,
                reason.name(),
                until,
                AccrualState.FROZEN.before().stream().map(Enum::name).toArray(String[]::new),
                clock.instant(),
                why,
                by,
                Correlation.current());
        if (moved < wanted.length) {
            refuse(wanted, AccrualState.FROZEN);
        }
    }

    /** Freezes those of the accruals whose line is frozen, for as long as it is. */
    public void freezeWithTheirLines(Collection<UUID> ids, String why, String by) {
        database.update(
                """
                with candidate as (
                    select a.id, a.state, l.frozen_for, l.frozen_until from accrual a join accrual l on l.id = a.parent_id
                    where a.id = any(?) and l.state = 'FROZEN' and a.state = any(?)),
                moved as (
                    update accrual a set state = 'FROZEN', state_since = ?, state_reason = ?, frozen_for = c.frozen_for,
                        frozen_from = c.state, frozen_until = c.frozen_until
                    from candidate c where c.id = a.id returning a.id, c.state as from_state)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, from_state, 'FROZEN', ?, ?, ?, ? from moved""",
                distinct(ids),
                AccrualState.FROZEN.before().stream().map(Enum::name).toArray(String[]::new),
                clock.instant(),
                why,
                clock.instant(),
                why,
                by,
                Correlation.current());
    }

    /**
     * Lets frozen accruals go back to where they were, and with them the refunds and corrections that were frozen with
     * their line. Those that are not frozen stay as they are.
     *
     * @return how many were released
     */
    public int release(Collection<UUID> ids, String why, String by) {
        UUID[] wanted = distinct(ids);
        return release("(a.id = any(?) or a.parent_id = any(?))", why, by, wanted, wanted);
    }

    /** Releases those whose freeze has ended without a decision. */
    int releaseUndecided(Instant now, String why, String by) {
        return release("a.frozen_until <= ?", why, by, now);
    }

    private int release(String which, String why, String by, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of(clock.instant(), why, clock.instant(), why, by, Correlation.current()));
        return database.update("""
                with candidate as (
                    select a.id, a.frozen_from from accrual a where a.state = 'FROZEN' and %s
                    order by a.id for no key update),
                moved as (
                    update accrual a set state = c.frozen_from, state_since = ?, state_reason = ?, frozen_for = null,
                        frozen_from = null, frozen_until = null
                    from candidate c where c.id = a.id and a.state = 'FROZEN' returning a.id, a.state)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, 'FROZEN', state, ?, ?, ?, ? from moved""".formatted(which), all.toArray());
    }

    /**
     * Clears up to so many accruals whose hold has ended. Several instances may do it at once: each takes rows that no
     * other one has.
     */
    int clear(Instant now, int atMost, String why, String by) {
        return database.update("""
                with due as (
                    select id from accrual where state = 'HELD' and held_until <= ? order by held_until limit ?
                    for no key update skip locked),
                moved as (
                    update accrual a set state = 'CLEARED', state_since = ?, state_reason = ?
                    from due where due.id = a.id returning a.id)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, 'HELD', 'CLEARED', ?, ?, ?, ? from moved""", now, atMost, now, why, now, why, by, Correlation.current());
    }

    /** The states that the accruals have now. */
    private Map<UUID, AccrualState> states(UUID[] ids) {
        return database
                .query(
                        "select id, state from accrual where id = any(?)",
                        row -> Map.entry(row.getObject("id", UUID.class), AccrualState.valueOf(row.getString("state"))),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void refuse(UUID[] wanted, AccrualState to) {
        Map<UUID, AccrualState> states = states(wanted);
        for (UUID id : wanted) {
            AccrualState state = states.get(id);
            if (state == null) {
                throw ProblemException.notFound("accrual", id);
            }
            if (!state.next().contains(to)) {
                throw ProblemException.illegalState(
                        "Accrual %s is %s and can't become %s.".formatted(id, state, to),
                        state.next().stream().sorted().toList());
            }
        }
        throw new IllegalStateException("Accruals moved while they were locked");
    }

    private static UUID[] distinct(Collection<UUID> ids) {
        return ids.stream().distinct().sorted().toArray(UUID[]::new);
    }

    private static @Nullable UUID[] ids(List<Accrual> accruals, Function<Accrual, @Nullable UUID> of) {
        return accruals.stream().map(of).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Accrual> accruals, Function<Accrual, @Nullable Object> of) {
        return accruals.stream()
                .map(of)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    /** When a hold of so many days after the invoice date ends. */
    public static Instant heldUntil(LocalDate invoiceDate, int holdDays) {
        return invoiceDate.plusDays(holdDays).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
