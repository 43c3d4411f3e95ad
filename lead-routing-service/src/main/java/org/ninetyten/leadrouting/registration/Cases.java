package org.ninetyten.leadrouting.registration;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All conflicts, with what both sides brought forward. */
@ApplicationScoped
@Transactional
public class Cases {

    private final Database database;

    Cases(Database database) {
        this.database = database;
    }

    /**
     * What a list is narrowed to.
     *
     * @param partyId a partner on either side
     * @param overdueAt cases that nobody had decided in time at this instant
     * @param after the id of the last one on the page before
     */
    public record Filter(
            @Nullable CaseState state,
            @Nullable UUID partyId,
            @Nullable Instant overdueAt,
            @Nullable UUID after) {}

    @Transactional(MANDATORY)
    void add(RegistrationCase conflict) {
        database.update(
                """
                insert into registration_case (id, registration_id, cause, claimant_id, holder_id, state, opened_at,
                    due_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                conflict.id(),
                conflict.registrationId(),
                conflict.cause(),
                conflict.claimantId(),
                conflict.holderId(),
                conflict.state(),
                conflict.openedAt(),
                conflict.dueAt());
    }

    @Transactional(MANDATORY)
    void add(UUID caseId, Evidence evidence) {
        database.update(
                """
                insert into case_evidence (id, case_id, partner_id, what, links, attachment_names, attachment_digests,
                    added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                evidence.id(),
                caseId,
                evidence.partnerId(),
                evidence.what(),
                Database.array("text", evidence.links()),
                Database.array("text", evidence.attachments(), Evidence.Attachment::name),
                Database.array("text", evidence.attachments(), Evidence.Attachment::sha256),
                evidence.addedAt(),
                evidence.addedBy());
    }

    /**
     * What was brought forward, oldest first; there is little.
     *
     * @param partnerId the side; both when absent
     */
    public List<Evidence> evidence(UUID caseId, @Nullable UUID partnerId) {
        Conditions conditions = new Conditions().and("case_id = ?", caseId).and("partner_id = ?", partnerId);
        return database.query(
                "select * from case_evidence where " + conditions.sql() + " order by id",
                Cases::evidence,
                conditions.with());
    }

    public RegistrationCase require(UUID id) {
        return database.first("select * from registration_case where id = ?", Cases::conflict, id)
                .orElseThrow(() -> ProblemException.notFound("case", id));
    }

    @Transactional(MANDATORY)
    RegistrationCase lock(UUID id) {
        return database.first("select * from registration_case where id = ? for update", Cases::conflict, id)
                .orElseThrow(() -> ProblemException.notFound("case", id));
    }

    @Transactional(MANDATORY)
    RegistrationCase decide(UUID id, Winner winner, DecisionReason reason, String why, String by, Instant now) {
        return database.first("""
                        update registration_case set state = 'DECIDED', winner = ?, reason = ?, why = ?,
                            decided_by = ?, decided_at = ?, version = version + 1
                         where id = ? returning *""", Cases::conflict, winner, reason, why, by, now, id)
                .orElseThrow();
    }

    /** Marks cases that are late; those that another instance has are passed over. */
    @Transactional(MANDATORY)
    List<RegistrationCase> escalate(Instant now, int limit) {
        return database.query("""
                update registration_case set escalated_at = ?, version = version + 1
                 where id in (select id from registration_case
                               where state = 'OPEN' and due_at <= ? and escalated_at is null
                               order by due_at limit ? for update skip locked)
                returning *""", Cases::conflict, now, now, limit);
    }

    /** Cases, oldest first: the one that waits longest is decided next. */
    public List<RegistrationCase> list(Filter filter, int limit) {
        Conditions conditions = new Conditions()
                .and("state = ?", filter.state())
                .and("due_at <= ?", filter.overdueAt())
                .when(filter.overdueAt() != null, "state = 'OPEN'")
                .and("id > ?", filter.after());
        UUID party = filter.partyId();
        if (party == null) {
            return database.query(
                    "select * from registration_case where " + conditions.sql() + " order by id limit ?",
                    Cases::conflict,
                    conditions.with(limit));
        }
        // Either side has an index of its own.
        String side = "(select * from registration_case where %s = ? and " + conditions.sql() + " order by id limit ?)";
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            parameters.add(party);
            parameters.addAll(Arrays.asList(conditions.with(limit)));
        }
        parameters.add(limit);
        return database.query(
                side.formatted("claimant_id") + " union " + side.formatted("holder_id") + " order by id limit ?",
                Cases::conflict,
                parameters.toArray());
    }

    private static RegistrationCase conflict(ResultSet row) throws SQLException {
        String winner = row.getString("winner");
        String reason = row.getString("reason");
        return new RegistrationCase(
                Database.id(row, "id"),
                Database.id(row, "registration_id"),
                ConflictCause.valueOf(row.getString("cause")),
                Database.id(row, "claimant_id"),
                Database.id(row, "holder_id"),
                CaseState.valueOf(row.getString("state")),
                Objects.requireNonNull(Database.instant(row, "opened_at")),
                Objects.requireNonNull(Database.instant(row, "due_at")),
                Database.instant(row, "escalated_at"),
                Database.instant(row, "decided_at"),
                row.getString("decided_by"),
                winner == null ? null : Winner.valueOf(winner),
                reason == null ? null : DecisionReason.valueOf(reason),
                row.getString("why"),
                row.getLong("version"));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        List<String> names = Database.texts(row, "attachment_names");
        List<String> digests = Database.texts(row, "attachment_digests");
        List<Evidence.Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            attachments.add(new Evidence.Attachment(names.get(i), digests.get(i)));
        }
        return new Evidence(
                Database.id(row, "id"),
                Database.id(row, "partner_id"),
                row.getString("what"),
                Database.texts(row, "links"),
                attachments,
                Objects.requireNonNull(Database.instant(row, "added_at")),
                row.getString("added_by"));
    }
}
