package org.ninetyten.leadrouting.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** The versions of the routing policy, each kept for ever. */
@ApplicationScoped
public class PolicyVersions {

    /** The parameter is the present instant. */
    private static final String SELECT = """
            select p.*,
                   case when p.withdrawn_at is not null then 'WITHDRAWN'
                        when p.valid_from > n.now then 'FUTURE'
                        when p.version = (select v.version from routing_policy v
                                           where v.valid_from <= n.now and v.withdrawn_at is null
                                           order by v.valid_from desc, v.version desc limit 1) then 'VALID'
                        else 'PAST' end as state
              from routing_policy p, (select ?::timestamptz as now) n
            """;

    private final Database database;
    private final Clock clock;

    PolicyVersions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Versions by falling number, from below the given one. */
    public List<PolicyVersion> list(@Nullable Integer before, int limit) {
        return database.query(
                SELECT + " where p.version < ? order by p.version desc limit ?",
                PolicyVersions::read,
                clock.instant(),
                before == null ? Integer.MAX_VALUE : before,
                limit);
    }

    /** The version, which must exist. */
    public PolicyVersion require(int version) {
        return database.first(SELECT + " where p.version = ?", PolicyVersions::read, clock.instant(), version)
                .orElseThrow(() -> ProblemException.notFound("routing policy", version));
    }

    /** Until the transaction ends nobody else writes versions: their numbers have no gaps and no twins. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended('routing_policy', 0))", row -> 1);
    }

    int highest() {
        return database.first("select max(version) from routing_policy", row -> row.getInt(1))
                .orElse(0);
    }

    /** The version that begins at exactly this instant. */
    @Nullable
    Integer from(Instant validFrom) {
        return database.first(
                        "select version from routing_policy where valid_from = ? and withdrawn_at is null",
                        row -> row.getInt(1),
                        validFrom)
                .orElse(null);
    }

    void add(UUID id, RoutingPolicy policy, String name, Instant validFrom, String why, String by, Instant now) {
        database.update(
                """
                insert into routing_policy (id, version, valid_from, name, why, created_by, created_at, document)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                id,
                policy.version(),
                validFrom,
                name,
                why,
                by,
                now,
                PolicyJson.write(policy).toString());
    }

    /** Says whether there was a future version to withdraw. */
    boolean withdraw(int version, String by, String why, Instant now) {
        return database.update("""
                        update routing_policy set withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ?
                         where version = ? and valid_from > ? and withdrawn_at is null""", now, by, why, version, now) == 1;
    }

    private static PolicyVersion read(ResultSet row) throws SQLException {
        Instant withdrawnAt = Database.instant(row, "withdrawn_at");
        return new PolicyVersion(
                Database.id(row, "id"),
                PolicyJson.read(row.getInt("version"), row.getString("document")),
                row.getString("name"),
                Objects.requireNonNull(Database.instant(row, "valid_from")),
                row.getString("why"),
                row.getString("created_by"),
                Objects.requireNonNull(Database.instant(row, "created_at")),
                PolicyState.valueOf(row.getString("state")),
                withdrawnAt == null
                        ? null
                        : new PolicyVersion.Withdrawal(
                                withdrawnAt, row.getString("withdrawn_by"), row.getString("withdrawn_why")));
    }
}
