package org.ninetyten.billing.payout;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All payouts. */
@ApplicationScoped
@Transactional
public class Payouts {

    private final Database database;

    Payouts(Database database) {
        this.database = database;
    }

    /** What a payout pays: an accrual, and the claim if it is a reimbursement. */
    public record Line(
            UUID accrualId, long amountMinor, @Nullable UUID claimId) {}

    /** A line with its payout. */
    record PaidLine(
            UUID payoutId,
            UUID accrualId,
            long amountMinor,
            @Nullable UUID claimId) {}

    /**
     * What is payable, locked.
     *
     * @param since when it became payable first: a payout that failed, or a dispute, doesn't make the partner wait anew
     */
    record Payable(UUID accrualId, UUID partnerId, Currency currency, long amountMinor, Instant since) {}

    /** The next partners that have something payable, in the order of their ids. */
    List<UUID> partnersWithPayable(@Nullable UUID after, int limit) {
        return database.query("""
                select distinct partner_id from accrual
                 where state = 'PAYABLE' and (?::uuid is null or partner_id > ?::uuid) order by partner_id limit ?""", row -> row.getObject("partner_id", UUID.class), after, after, limit);
    }

    /** Locks what is payable to these partners. Who waited for the lock sees what is left. */
    List<Payable> lockPayable(Collection<UUID> partnerIds) {
        return database.query(
                """
                select a.id, a.partner_id, a.currency, a.amount_minor,
                       case when a.kind = 'REIMBURSEMENT' then a.posted_at
                            else least(a.state_since, (select min(m.at) from accrual_move m
                                where m.accrual_id = a.id and m.to_state = 'PAYABLE')) end as since
                  from accrual a where a.state = 'PAYABLE' and a.partner_id = any(?)
                 order by a.id for no key update of a""",
                row -> new Payable(
                        row.getObject("id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        Currency.getInstance(row.getString("currency")),
                        row.getLong("amount_minor"),
                        requireNonNull(Database.instant(row, "since"))),
                (Object) partnerIds.toArray(UUID[]::new));
    }

    void draft(List<Payout> payouts, List<UUID> payoutOfLine, List<Payable> lines) {
        database.update(
                """
                insert into payout (id, run_id, partner_id, currency, amount_minor, policy_version, approvals, forced, state,
                    drafted_at, drafted_by)
                select id, ?, partner_id, currency, amount_minor, ?, approvals, forced = 1, 'DRAFT', ?, ?
                  from unnest(?, ?, ?, ?, ?, ?) as p (id, partner_id, currency, amount_minor, approvals, forced)""",
                payouts.getFirst().runId(),
                payouts.getFirst().policyVersion(),
                payouts.getFirst().draftedAt(),
                payouts.getFirst().draftedBy(),
                payouts.stream().map(Payout::id).toArray(UUID[]::new),
                payouts.stream().map(Payout::partnerId).toArray(UUID[]::new),
                payouts.stream()
                        .map(payout -> payout.currency().getCurrencyCode())
                        .toArray(String[]::new),
                payouts.stream().map(Payout::amountMinor).toArray(Long[]::new),
                payouts.stream().map(Payout::approvals).toArray(Integer[]::new),
                payouts.stream().map(payout -> payout.forced() ? 1 : 0).toArray(Integer[]::new));
        database.update(
                "insert into payout_line (payout_id, accrual_id, amount_minor) select * from unnest(?, ?, ?)",
                payoutOfLine.toArray(UUID[]::new),
                lines.stream().map(Payable::accrualId).toArray(UUID[]::new),
                lines.stream().map(Payable::amountMinor).toArray(Long[]::new));
    }

    public Optional<Payout> find(UUID id) {
        return database.first("select * from payout where id = ?", Payouts::read, id);
    }

    /** Payouts by their keys or their batches, but those that the bank was not told of, locked in the order of their ids. */
    List<Payout> lockTold(Collection<UUID> ids, Collection<UUID> batchIds) {
        return database.query("""
                select * from payout where batch_id is not null and (id = any(?) or batch_id = any(?))
                 order by id for update""", Payouts::read, ids.toArray(UUID[]::new), batchIds.toArray(UUID[]::new));
    }

    /** The payout, locked until the end of the transaction. */
    Payout lock(UUID id) {
        return database.first("select * from payout where id = ? for update", Payouts::read, id)
                .orElseThrow(() -> ProblemException.notFound("payout", id));
    }

    /** The drafts of a run, locked; those that another request has are waited for. */
    List<UUID> lockDrafts(UUID runId) {
        return database.query(
                "select id from payout where run_id = ? and state = 'DRAFT' order by id for update",
                row -> row.getObject("id", UUID.class),
                runId);
    }

    /** The oldest approved payouts whose partners have an account that may be paid into, locked. */
    List<Payout> lockApproved(String currency, Instant now, int limit) {
        return database.query("""
                select * from payout p where p.state = 'APPROVED' and p.currency = ?
                   and exists (select from bank_detail d where d.partner_id = p.partner_id and d.currency = p.currency
                       and d.state in ('CONFIRMED', 'REPLACED') and d.usable_from <= ?
                       and (d.ended_at is null or d.ended_at > ?))
                 order by p.id limit ? for update of p""", Payouts::read, currency, now, now, limit);
    }

    List<UUID> silentSince(Instant before, int limit) {
        return database.query(
                "select id from payout where state = 'SUBMITTED' and submitted_at <= ? order by submitted_at limit ?"
                        + " for update skip locked",
                row -> row.getObject("id", UUID.class),
                before,
                limit);
    }

    /** Payouts, newest first. */
    public List<Payout> list(
            @Nullable UUID partnerId,
            @Nullable PayoutState state,
            @Nullable UUID runId,
            @Nullable UUID before,
            int limit) {
        return database.query(
                """
                select * from payout where (?::uuid is null or partner_id = ?::uuid) and (?::text is null or state = ?::text)
                   and (?::uuid is null or run_id = ?::uuid) and (?::uuid is null or id < ?::uuid)
                 order by id desc limit ?""",
                Payouts::read,
                partnerId,
                partnerId,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                runId,
                runId,
                before,
                before,
                limit);
    }

    List<Payout> ofBatch(UUID batchId) {
        return database.query("select * from payout where batch_id = ? order by id", Payouts::read, batchId);
    }

    public List<Line> lines(UUID payoutId) {
        return lines(List.of(payoutId)).stream()
                .map(line -> new Line(line.accrualId(), line.amountMinor(), line.claimId()))
                .toList();
    }

    /** What each of the payouts pays. */
    List<PaidLine> lines(Collection<UUID> payoutIds) {
        return database.query(
                """
                select l.payout_id, l.accrual_id, l.amount_minor,
                       case when a.kind = 'REIMBURSEMENT' then a.reference end as claim_id
                  from payout_line l join accrual a on a.id = l.accrual_id where l.payout_id = any(?)
                 order by l.payout_id, l.accrual_id""",
                row -> new PaidLine(
                        row.getObject("payout_id", UUID.class),
                        row.getObject("accrual_id", UUID.class),
                        row.getLong("amount_minor"),
                        row.getObject("claim_id", UUID.class)),
                (Object) payoutIds.toArray(UUID[]::new));
    }

    public List<String> approvers(UUID payoutId) {
        return database.query(
                "select approved_by from payout_approval where payout_id = ? order by approved_at",
                row -> row.getString(1),
                payoutId);
    }

    /**
     * Adds one person's approval to drafts that are locked, but to those that have it; each with enough of them is approved.
     *
     * @return where those stand now that got the approval
     */
    Map<UUID, PayoutState> approve(Collection<UUID> ids, String by, Instant now) {
        List<UUID> given =
                database.query("""
                insert into payout_approval (payout_id, approved_by, approved_at) select unnest(?::uuid[]), ?, ?
                    on conflict do nothing returning payout_id""", row -> row.getObject("payout_id", UUID.class), ids.toArray(UUID[]::new), by, now);
        Map<UUID, PayoutState> states = new HashMap<>();
        given.forEach(id -> states.put(id, PayoutState.DRAFT));
        database.query("""
                        update payout p set state = 'APPROVED' where p.id = any(?) and p.state = 'DRAFT'
                           and p.approvals <= (select count(*) from payout_approval a where a.payout_id = p.id)
                        returning p.id""", row -> row.getObject("id", UUID.class), (Object) given.toArray(UUID[]::new))
                .forEach(id -> states.put(id, PayoutState.APPROVED));
        return states;
    }

    void submit(PayoutBatch batch, List<UUID> payoutIds, List<UUID> bankDetailIds) {
        database.update(
                "insert into payout_batch (id, message_id, currency, payouts, total_minor, submitted_at, submitted_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                batch.id(),
                batch.messageId(),
                batch.currency().getCurrencyCode(),
                batch.payouts(),
                batch.totalMinor(),
                batch.submittedAt(),
                batch.submittedBy());
        database.update(
                """
                update payout p set state = 'SUBMITTED', batch_id = ?, submitted_at = ?, bank_detail_id = n.bank_detail_id
                  from unnest(?, ?) as n (id, bank_detail_id) where p.id = n.id""",
                batch.id(),
                batch.submittedAt(),
                payoutIds.toArray(UUID[]::new),
                bankDetailIds.toArray(UUID[]::new));
    }

    public Optional<PayoutBatch> batch(UUID id) {
        return database.first("select * from payout_batch where id = ?", Payouts::readBatch, id);
    }

    /** The messages of ours among these, by the batches that they told of. */
    Map<UUID, String> batchesByMessage(Collection<String> messageIds) {
        Map<UUID, String> messages = new HashMap<>();
        database.query(
                "select id, message_id from payout_batch where message_id = any(?)",
                row -> messages.put(row.getObject("id", UUID.class), row.getString("message_id")),
                (Object) messageIds.toArray(String[]::new));
        return messages;
    }

    /** Files for the bank, newest first. */
    public List<PayoutBatch> batches(@Nullable UUID before, int limit) {
        return database.query(
                "select * from payout_batch where (?::uuid is null or id < ?::uuid) order by id desc limit ?",
                Payouts::readBatch,
                before,
                before,
                limit);
    }

    /** Keeps what the bank said last of payouts that it is at. */
    void note(Map<UUID, String> statuses) {
        if (!statuses.isEmpty()) {
            database.update(
                    "update payout p set bank_status = n.status from unnest(?, ?) as n (id, status) where p.id = n.id",
                    statuses.keySet().toArray(UUID[]::new),
                    statuses.values().toArray(String[]::new));
        }
    }

    void unknown(Collection<UUID> ids) {
        database.update("update payout set state = 'UNKNOWN' where id = any(?)", (Object) ids.toArray(UUID[]::new));
    }

    void end(Collection<Ending> endings, PayoutState state, String by, Instant now) {
        database.update(
                """
                update payout p set state = ?, ended_at = ?, bank_status = coalesce(n.bank_status, p.bank_status),
                       reason = n.reason, evidence = n.evidence, ended_by = ?
                  from unnest(?, ?, ?, ?) as n (id, bank_status, reason, evidence) where p.id = n.id""",
                state.name(),
                now,
                by,
                endings.stream().map(ending -> ending.payout().id()).toArray(UUID[]::new),
                endings.stream().map(Ending::bankStatus).toArray(String[]::new),
                endings.stream().map(Ending::reason).toArray(String[]::new),
                endings.stream().map(Ending::evidence).toArray(String[]::new));
    }

    /** What the payouts were to pay may be paid by others. */
    void releaseLines(Collection<UUID> ids, Instant now) {
        database.update(
                "update payout_line set released_at = ? where payout_id = any(?)", now, ids.toArray(UUID[]::new));
    }

    private static Payout read(ResultSet row) throws SQLException {
        return new Payout(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getObject("partner_id", UUID.class),
                Currency.getInstance(row.getString("currency")),
                row.getLong("amount_minor"),
                row.getInt("policy_version"),
                row.getInt("approvals"),
                row.getBoolean("forced"),
                PayoutState.valueOf(row.getString("state")),
                requireNonNull(Database.instant(row, "drafted_at")),
                row.getString("drafted_by"),
                row.getObject("batch_id", UUID.class),
                row.getObject("bank_detail_id", UUID.class),
                instant(row, "submitted_at"),
                instant(row, "ended_at"),
                row.getString("bank_status"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("ended_by"));
    }

    private static PayoutBatch readBatch(ResultSet row) throws SQLException {
        return new PayoutBatch(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                Currency.getInstance(row.getString("currency")),
                row.getInt("payouts"),
                row.getLong("total_minor"),
                requireNonNull(Database.instant(row, "submitted_at")),
                row.getString("submitted_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Database.instant(row, column);
    }
}
