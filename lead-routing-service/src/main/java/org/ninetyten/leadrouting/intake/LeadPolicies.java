package org.ninetyten.leadrouting.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.LeadSource;

/**
 * The versions of the lead policy. They are kept in memory, since every incoming lead asks: a new version is known to all
 * instances ten seconds after it was written, and is never valid earlier.
 */
@ApplicationScoped
public class LeadPolicies {

    private final Database database;
    private final Clock clock;
    private volatile @Nullable List<LeadPolicy> versions;

    LeadPolicies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The version that is valid now. */
    public LeadPolicy valid() {
        return validAt(clock.instant());
    }

    /** The newest version that is valid at the instant. */
    public LeadPolicy validAt(Instant instant) {
        return all().stream()
                .filter(policy -> !policy.validFrom().isAfter(instant))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No lead policy is valid at " + instant));
    }

    /** All versions, the one that is valid last first. */
    public List<LeadPolicy> all() {
        List<LeadPolicy> known = versions;
        return known == null ? read() : known;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        read();
    }

    private List<LeadPolicy> read() {
        List<LeadPolicy> read = database.query(
                "select * from lead_policy order by valid_from desc, version desc", LeadPolicies::policy);
        versions = read;
        return read;
    }

    private static LeadPolicy policy(ResultSet row) throws SQLException {
        return new LeadPolicy(
                row.getInt("version"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getString("why"),
                row.getInt("dedupe_days"),
                row.getInt("similarity_permil"),
                row.getInt("candidates_shown"),
                sources(row, "never_merged"),
                sources(row, "checked_for_spam"),
                row.getInt("leads_per_hour_domain"),
                row.getInt("leads_per_hour_phone"),
                row.getInt("bad_percent"),
                row.getInt("bad_window_days"),
                row.getInt("bad_minimum"),
                new HashSet<>(Database.texts(row, "bad_codes")),
                row.getInt("feedback_days"),
                new HashSet<>(Database.texts(row, "free_mail_domains")),
                new HashSet<>(Database.texts(row, "disposable_domains")));
    }

    private static Set<LeadSource> sources(ResultSet row, String column) throws SQLException {
        Set<LeadSource> sources = EnumSet.noneOf(LeadSource.class);
        Database.texts(row, column).forEach(source -> sources.add(LeadSource.valueOf(source)));
        return sources;
    }
}
