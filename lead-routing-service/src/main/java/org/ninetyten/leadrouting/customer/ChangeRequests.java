package org.ninetyten.leadrouting.customer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.http.ProblemException;

/** All wishes of customers for another partner. */
@ApplicationScoped
@Transactional
public class ChangeRequests {

    private final Database database;

    ChangeRequests(Database database) {
        this.database = database;
    }

    /** Adds a request; nothing comes back when the customer has one that is open. */
    @Transactional(MANDATORY)
    Optional<ChangeRequest> add(ChangeRequest request) {
        return database.first(
                """
                insert into change_request (id, customer_id, wanted_partner_id, why, state, asked_at, asked_by, version)
                values (?, ?, ?::uuid, ?, ?, ?, ?, 0)
                on conflict (customer_id) where state = 'OPEN' do nothing
                returning *""",
                ChangeRequests::request,
                request.id(),
                request.customerId(),
                request.wantedPartnerId(),
                request.why(),
                request.state(),
                request.askedAt(),
                request.askedBy());
    }

    @Transactional(MANDATORY)
    ChangeRequest lock(UUID id) {
        return database.first("select * from change_request where id = ? for update", ChangeRequests::request, id)
                .orElseThrow(() -> ProblemException.notFound("change request", id));
    }

    @Transactional(MANDATORY)
    ChangeRequest decide(UUID id, ChangeRequest.State state, String why, String by, Instant now) {
        return database.first("""
                        update change_request set state = ?, decided_why = ?, decided_by = ?, decided_at = ?,
                            version = version + 1
                         where id = ? returning *""", ChangeRequests::request, state, why, by, now, id)
                .orElseThrow();
    }

    /** Requests, oldest first: who waits longest is answered next. */
    public List<ChangeRequest> list(ChangeRequest.@Nullable State state, @Nullable UUID after, int limit) {
        Conditions conditions = new Conditions().and("state = ?", state).and("id > ?", after);
        return database.query(
                "select * from change_request where " + conditions.sql() + " order by id limit ?",
                ChangeRequests::request,
                conditions.with(limit));
    }

    private static ChangeRequest request(ResultSet row) throws SQLException {
        return new ChangeRequest(
                Database.id(row, "id"),
                Database.id(row, "customer_id"),
                Database.uuid(row, "wanted_partner_id"),
                row.getString("why"),
                ChangeRequest.State.valueOf(row.getString("state")),
                Objects.requireNonNull(Database.instant(row, "asked_at")),
                row.getString("asked_by"),
                Database.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("decided_why"),
                row.getLong("version"));
    }
}
