package org.ninetyten.leadrouting.work;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** The work on all accepted leads. Steps are taken under the lock of the lead. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Works {

    private final Database database;

    Works(Database database) {
        this.database = database;
    }

    /** A piece of work as it is from now on, and when to look at it again. */
    public record Watched(Work work, @Nullable Instant lookAt) {}

    public void begin(Work work, Instant lookAt) {
        database.update(
                """
                insert into lead_work (offer_id, lead_id, partner_id, policy_version, accepted_at, contact_by,
                    last_news_at, look_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                work.offerId(),
                work.leadId(),
                work.partnerId(),
                work.policyVersion(),
                work.acceptedAt(),
                work.contactBy(),
                work.lastNewsAt(),
                lookAt);
    }

    /** The partner has done something for the lead: its silence begins anew. */
    public void heard(UUID leadId, Instant now) {
        database.update(
                "update lead_work set last_news_at = greatest(last_news_at, ?), look_at = coalesce(look_at, ?)"
                        + " where lead_id = ? and ended_at is null",
                now,
                now,
                leadId);
    }

    /** Locks leads whose work has to be looked at; several instances share them, each passing over what another has. */
    public List<UUID> lockDue(Instant now, int limit) {
        return database.query("""
                select w.lead_id from lead_work w join lead l on l.id = w.lead_id
                 where w.look_at <= ? order by w.look_at limit ? for update of l skip locked""", row -> Database.id(row, "lead_id"), now, limit);
    }

    /** The live work on these leads, locked: news of this moment waits, or is seen. */
    public List<Work> lock(Collection<UUID> leadIds) {
        return database.query(
                "select * from lead_work where lead_id = any(?) and ended_at is null order by lead_id for update",
                Works::read,
                Database.array("uuid", leadIds));
    }

    /** The live work on a lead, or else the last one that ended. */
    public Optional<Work> of(UUID leadId) {
        return database.first(
                "select * from lead_work where lead_id = ? order by ended_at is null desc, accepted_at desc limit 1",
                Works::read,
                leadId);
    }

    /** Writes what was told and when to look again. */
    public void keep(List<Watched> watched) {
        database.update(
                """
                update lead_work w set overdue_at = n.overdue_at, nudged_at = n.nudged_at, warned_at = n.warned_at,
                       stalled_at = n.stalled_at, look_at = n.look_at
                  from unnest(?, ?, ?, ?, ?, ?) as n (offer_id, overdue_at, nudged_at, warned_at, stalled_at, look_at)
                 where w.offer_id = n.offer_id""",
                Database.array("uuid", watched, one -> one.work().offerId()),
                Database.array("timestamptz", watched, one -> one.work().overdueAt()),
                Database.array("timestamptz", watched, one -> one.work().nudgedAt()),
                Database.array("timestamptz", watched, one -> one.work().warnedAt()),
                Database.array("timestamptz", watched, one -> one.work().stalledAt()),
                Database.array("timestamptz", watched, Watched::lookAt));
    }

    private static Work read(ResultSet row) throws SQLException {
        return new Work(
                Database.id(row, "offer_id"),
                Database.id(row, "lead_id"),
                Database.id(row, "partner_id"),
                row.getInt("policy_version"),
                requireNonNull(Database.instant(row, "accepted_at")),
                requireNonNull(Database.instant(row, "contact_by")),
                Database.instant(row, "contacted_at"),
                Database.instant(row, "overdue_at"),
                Database.instant(row, "nudged_at"),
                Database.instant(row, "warned_at"),
                Database.instant(row, "stalled_at"),
                requireNonNull(Database.instant(row, "last_news_at")),
                Database.instant(row, "ended_at"));
    }
}
