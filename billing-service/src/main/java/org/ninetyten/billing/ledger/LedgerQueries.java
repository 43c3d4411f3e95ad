package org.ninetyten.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** Reads of the ledger. Balances are sums over postings, for there is nothing else to read them from. */
@ApplicationScoped
public class LedgerQueries {

    private final Database database;

    LedgerQueries(Database database) {
        this.database = database;
    }

    /** The sum of an account's postings. */
    public record AccountBalance(String account, AccountType type, String currency, long balanceMinor) {}

    /** All accounts of a type in a currency; those of one partner each are summed up. */
    public record TrialBalanceLine(
            AccountType type, String currency, long debitMinor, long creditMinor, long balanceMinor) {}

    /** One side of an entry as it was booked. */
    public record BookedPosting(String account, AccountType type, String currency, long amountMinor) {}

    /** An entry as it was booked. */
    public record BookedEntry(
            UUID id,
            JournalEntry.Kind kind,
            UUID reference,
            int revision,
            LocalDate effective,
            Instant postedAt,
            String description,
            List<BookedPosting> postings) {}

    /** Where a page of entries ended. */
    public record After(Instant postedAt, UUID id) {}

    /** The balances of a partner's accounts at an instant, what was posted in that instant included. */
    @Transactional
    public List<AccountBalance> balancesOf(UUID partnerId, Instant at) {
        return database.query(
                """
                select a.code, a.type, a.currency, sum.balance
                from account a cross join lateral (
                    select coalesce(sum(p.amount_minor), 0)::bigint as balance from posting p
                    where p.account_id = a.id and p.posted_at <= ?) sum
                where a.partner_id = ? and a.created_at <= ? order by a.currency, a.type""",
                row -> new AccountBalance(
                        row.getString("code"),
                        AccountType.valueOf(row.getString("type")),
                        row.getString("currency"),
                        row.getLong("balance")),
                at,
                partnerId,
                at);
    }

    /** Debits and credits of all accounts at an instant. */
    @Transactional
    public List<TrialBalanceLine> trialBalance(Instant at) {
        return database.query(
                """
                select a.type, a.currency, sum(s.debit)::bigint as debit, sum(s.credit)::bigint as credit
                from account a join (
                    select account_id, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debit,
                        coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as credit
                    from posting where posted_at <= ? group by account_id) s on s.account_id = a.id
                group by a.type, a.currency order by a.currency, a.type""",
                row -> new TrialBalanceLine(
                        AccountType.valueOf(row.getString("type")),
                        row.getString("currency"),
                        row.getLong("debit"),
                        row.getLong("credit"),
                        Math.subtractExact(row.getLong("debit"), row.getLong("credit"))),
                at);
    }

    /** An entry with its postings; for a partner, only those to its own accounts. */
    @Transactional
    public Optional<BookedEntry> entry(UUID id, @Nullable UUID onlyOfPartner) {
        return entries(List.of(id), onlyOfPartner).stream().findFirst();
    }

    /** A partner's entries, newest first, each with the postings to the partner's accounts. */
    @Transactional
    public List<BookedEntry> entriesOf(UUID partnerId, int limit, @Nullable After after) {
        // Grouped, since an entry that moves two of the partner's accounts is one row of the page.
        List<UUID> page = database.query(
                """
                select p.posted_at, p.entry_id from posting p
                where p.account_id = any(array(select id from account where partner_id = ?))
                    and (?::timestamptz is null or (p.posted_at, p.entry_id) < (?::timestamptz, ?::uuid))
                group by p.posted_at, p.entry_id order by p.posted_at desc, p.entry_id desc limit ?""",
                row -> row.getObject("entry_id", UUID.class),
                partnerId,
                after == null ? null : after.postedAt(),
                after == null ? null : after.postedAt(),
                after == null ? null : after.id(),
                limit);
        return entries(page, partnerId);
    }

    private List<BookedEntry> entries(List<UUID> ids, @Nullable UUID onlyOfPartner) {
        Map<UUID, BookedEntry> entries = new LinkedHashMap<>();
        database.query(
                """
                select e.*, a.code, a.type, p.currency, p.amount_minor
                from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                where e.id = any(?) and (?::uuid is null or a.partner_id = ?::uuid)
                order by e.posted_at desc, e.id desc, p.line""",
                row -> entries.computeIfAbsent(row.getObject("id", UUID.class), id -> entryOf(row))
                        .postings()
                        .add(posting(row)),
                ids.toArray(UUID[]::new),
                onlyOfPartner,
                onlyOfPartner);
        return List.copyOf(entries.values());
    }

    private static BookedPosting posting(ResultSet row) throws SQLException {
        return new BookedPosting(
                row.getString("code"),
                AccountType.valueOf(row.getString("type")),
                row.getString("currency"),
                row.getLong("amount_minor"));
    }

    private static BookedEntry entryOf(ResultSet row) {
        try {
            return new BookedEntry(
                    row.getObject("id", UUID.class),
                    JournalEntry.Kind.valueOf(row.getString("kind")),
                    row.getObject("reference", UUID.class),
                    row.getInt("revision"),
                    row.getObject("effective", LocalDate.class),
                    Database.instant(row, "posted_at"),
                    row.getString("description"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    /** How far the entries posted since an instant are from zero, over all currencies: always 0. */
    @Transactional
    public BigDecimal imbalanceSince(Instant instant) {
        return database.first("""
                        select coalesce(sum(abs(imbalance)), 0) as imbalance from (
                            select sum(p.amount_minor) as imbalance
                            from journal_entry e join posting p on p.entry_id = e.id
                            where e.posted_at >= ? group by e.id, p.currency) s""", row -> row.getBigDecimal("imbalance"), instant)
                .orElseThrow();
    }
}
