package org.ninetyten.leadrouting.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** The versions of the qualification policy. */
@ApplicationScoped
public class QualificationPolicies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    QualificationPolicies(Database database) {
        this.database = database;
    }

    /** The version that is valid at the instant. */
    public QualificationPolicy validAt(Instant instant) {
        return database.first(
                        "select * from qualification_policy where valid_from <= ? order by valid_from desc limit 1",
                        QualificationPolicies::policy,
                        instant)
                .orElseThrow(() -> new IllegalStateException("No qualification policy is valid at " + instant));
    }

    public Optional<QualificationPolicy> find(int version) {
        return database.first(
                "select * from qualification_policy where version = ?", QualificationPolicies::policy, version);
    }

    /** Versions below the given one, or all, the newest first. */
    public List<QualificationPolicy> list(@Nullable Integer below, int limit) {
        return database.query(
                "select * from qualification_policy where version < ? order by version desc limit ?",
                QualificationPolicies::policy,
                below == null ? Integer.MAX_VALUE : below,
                limit);
    }

    /** Adds the next version. One is added at a time, so that numbers have no gaps. */
    QualificationPolicy add(
            String name,
            Instant validFrom,
            QualificationPolicy.Rules rules,
            String createdBy,
            String why,
            Instant now) {
        database.update("lock table qualification_policy in share row exclusive mode");
        return database.first("""
                        insert into qualification_policy
                        select max(version) + 1, ?, ?, ?::jsonb, ?, ?, ? from qualification_policy
                        returning *""", QualificationPolicies::policy, name, validFrom, write(rules), createdBy, why, now)
                .orElseThrow();
    }

    boolean isTaken(Instant validFrom) {
        return database.first("select 1 from qualification_policy where valid_from = ?", row -> 1, validFrom)
                .isPresent();
    }

    private static QualificationPolicy policy(ResultSet row) throws SQLException {
        return new QualificationPolicy(
                row.getInt("version"),
                row.getString("name"),
                Objects.requireNonNull(Database.instant(row, "valid_from")),
                read(row.getString("rules")),
                row.getString("created_by"),
                row.getString("why"),
                Objects.requireNonNull(Database.instant(row, "created_at")));
    }

    static String write(QualificationPolicy.Rules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static QualificationPolicy.Rules read(String json) {
        try {
            return JSON.readValue(json, QualificationPolicy.Rules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A qualification policy cannot be read", e);
        }
    }
}
