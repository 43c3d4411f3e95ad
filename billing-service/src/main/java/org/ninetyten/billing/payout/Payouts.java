package org.ninetyten.billing.payout;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
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

    /** What is payable, locked. */
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
                select id, partner_id, currency, amount_minor, state_since from accrual
                 where state = 'PAYABLE' and partner_id = any(?) order by id for no key update""",
                row -> new Payable(
                        row.getObject("id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        Currency.getInstance(row.getString("currency")),
                        row.getLong("amount_minor"),
                        requireNonNull(Database.instant(row, "state_since"))),
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

    /** The payout, locked until the end of the transaction. */
    Payout lock(UUID id) {
        return database.first("select * from payout where id = ? for update", Payouts::read, id)
                .orElseThrow(() -> ProblemException.notFound("payout", id));
    }

    /** Payouts of a run in a state, locked; those that another request has are waited for. */
    List<Payout> lockOfRun(UUID runId, PayoutState state) {
        return database.query(
                "select * from payout where run_id = ? and state = ? order by id for update",
                Payouts::read,
                runId,
                state.name());
    }

    List<Payout> lockApproved(String currency, int limit) {
        return database.query(
                "select * from payout where state = 'APPROVED' and currency = ? order by id limit ? for update",
                Payouts::read,
                currency,
                limit);
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
        return database.query(
                """
                select l.accrual_id, l.amount_minor, case when a.kind = 'REIMBURSEMENT' then a.reference end as claim_id
                  from payout_line l join accrual a on a.id = l.accrual_id where l.payout_id = ? order by l.accrual_id""",
                row -> new Line(
                        row.getObject("accrual_id", UUID.class),
                        row.getLong("amount_minor"),
                        row.getObject("claim_id", UUID.class)),
                payoutId);
    }

    public List<String> approvers(UUID payoutId) {
        return database.query(
                "select approved_by from payout_approval where payout_id = ? order by approved_at",
                row -> row.getString(1),
                payoutId);
    }

    void approve(Collection<UUID> ids, String by, Instant now) {
        database.update(
                "insert into payout_approval (payout_id, approved_by, approved_at) select unnest(?::uuid[]), ?, ?",
                ids.toArray(UUID[]::new),
                by,
                now);
        database.update("""
                update payout p set state = 'APPROVED' where p.id = any(?) and p.state = 'DRAFT'
                   and p.approvals <= (select count(*) from payout_approval a where a.payout_id = p.id)""", (Object) ids.toArray(UUID[]::new));
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

    Optional<PayoutBatch> batchByMessage(String messageId) {
        return database.first("select * from payout_batch where message_id = ?", Payouts::readBatch, messageId);
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

    void note(UUID id, String bankStatus) {
        database.update("update payout set bank_status = ? where id = ?", bankStatus, id);
    }

    void unknown(UUID id) {
        database.update("update payout set state = 'UNKNOWN' where id = ?", id);
    }

    void end(
            UUID id,
            PayoutState state,
            @Nullable String bankStatus,
            @Nullable String reason,
            @Nullable String evidence,
            String by,
            Instant now) {
        database.update("""
                update payout set state = ?, ended_at = ?, bank_status = coalesce(?, bank_status), reason = ?, evidence = ?,
                       ended_by = ? where id = ?""", state.name(), now, bankStatus, reason, evidence, by, id);
    }

    /** What the payout was to pay may be paid by another one. */
    void releaseLines(UUID id, Instant now) {
        database.update("update payout_line set released_at = ? where payout_id = ?", now, id);
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
