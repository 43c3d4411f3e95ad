package org.ninetyten.leadrouting.source;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.AfterCommit;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.intake.LeadPolicies;
import org.ninetyten.leadrouting.intake.LeadPolicy;
import org.ninetyten.leadrouting.routing.LeadSource;

/**
 * Source and campaign of leads, judged by the feedback on them. Those that are paused are kept in memory, since every
 * incoming lead asks: another instance may take leads of a source for five seconds more.
 */
@ApplicationScoped
public class LeadSources {

    /** The judgement of the desk goes before that of the partner. */
    private static final String JUDGED = """
            select count(*) as judged, count(*) filter (where code = any(?)) as bad
              from (select distinct on (lead_id) code from lead_feedback
                     where source = ? and campaign = ? and given_at > ?
                     order by lead_id, side) latest""";

    private final Database database;
    private final LeadPolicies policies;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private volatile Set<Key> paused = Set.of();

    LeadSources(Database database, LeadPolicies policies, AfterCommit afterCommit, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.policies = policies;
        this.afterCommit = afterCommit;
        this.clock = clock;
        Gauge.builder("ninetyten.lead.sources.paused", this, it -> it.paused.size())
                .description("Sources whose leads go to review, since too many were bad")
                .register(meters);
    }

    /**
     * A source with a campaign, as its leads were judged.
     *
     * @param campaign empty for leads without one
     * @param leads how many came in the window
     * @param judged how many of all that feedback was given on in the window, or since the source was resumed
     * @param bad how many of those were bad
     */
    public record SourceReport(
            LeadSource source,
            String campaign,
            long leads,
            int judged,
            int bad,
            @Nullable Instant pausedSince,
            @Nullable Instant resumedAt,
            @Nullable String resumedBy,
            @Nullable String resumedWhy) {}

    private record Key(String source, String campaign) {}

    /** Whether leads of the source are looked at by a person first. */
    public boolean isPaused(LeadSource source, @Nullable String campaign) {
        return !paused.isEmpty() && paused.contains(key(source, campaign));
    }

    /** Pauses the source if its feedback is bad enough by now; says whether it did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean judge(LeadSource source, @Nullable String campaign) {
        Key key = key(source, campaign);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LeadPolicy policy = policies.validAt(now);
        // The row is the lock: of two feedbacks at once the second one counts the first.
        database.update("""
                insert into lead_source (source, campaign, judged, bad, policy_version) values (?, ?, 0, 0, ?)
                on conflict (source, campaign) do nothing""", key.source(), key.campaign(), policy.version());
        State state = database.first(
                        "select paused_since, resumed_at from lead_source where source = ? and campaign = ? for update",
                        row -> new State(Database.instant(row, "paused_since"), Database.instant(row, "resumed_at")),
                        key.source(),
                        key.campaign())
                .orElseThrow();
        if (state.pausedSince() != null) {
            return false;
        }
        int[] counted = database.first(
                        JUDGED,
                        row -> new int[] {row.getInt("judged"), row.getInt("bad")},
                        Database.array("text", policy.badCodes()),
                        key.source(),
                        key.campaign(),
                        since(policy, state.resumedAt(), now))
                .orElseThrow();
        if (!policy.isBad(counted[0], counted[1])) {
            return false;
        }
        database.update("""
                update lead_source set paused_since = ?, judged = ?, bad = ?, policy_version = ?
                 where source = ? and campaign = ?""", now, counted[0], counted[1], policy.version(), key.source(), key.campaign());
        afterCommit.run(this::look);
        return true;
    }

    private record State(
            @Nullable Instant pausedSince, @Nullable Instant resumedAt) {}

    private static Instant since(LeadPolicy policy, @Nullable Instant resumedAt, Instant now) {
        Instant window = now.minus(Duration.ofDays(policy.badWindowDays()));
        return resumedAt == null || resumedAt.isBefore(window) ? window : resumedAt;
    }

    /** Takes leads of the source for granted again; says since when it was paused, if it was. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Instant> resume(LeadSource source, @Nullable String campaign, String by, String why) {
        Key key = key(source, campaign);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Instant> since = database.first(
                        """
                        update lead_source set paused_since = null, resumed_at = ?, resumed_by = ?, resumed_why = ?
                         where source = ? and campaign = ? and paused_since is not null
                        returning old.paused_since""",
                        row -> Optional.ofNullable(Database.instant(row, "paused_since")),
                        now,
                        by,
                        why,
                        key.source(),
                        key.campaign())
                .flatMap(found -> found);
        afterCommit.run(this::look);
        return since;
    }

    /** All sources that brought leads or feedback in the window of the policy, in the order of their names. */
    @Transactional
    public List<SourceReport> report(boolean pausedOnly) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LeadPolicy policy = policies.validAt(now);
        Instant window = now.minus(Duration.ofDays(policy.badWindowDays()));
        return database.query(
                """
                with captured as (
                    select source, coalesce(campaign, '') as campaign, count(*) as leads
                      from lead where created_at > ? group by 1, 2),
                judged as (
                    select source, campaign, count(*) as judged, count(*) filter (where code = any(?)) as bad
                      from (select distinct on (f.lead_id) f.source, f.campaign, f.code
                              from lead_feedback f left join lead_source s using (source, campaign)
                             where f.given_at > greatest(?, s.resumed_at)
                             order by f.lead_id, f.side) latest
                     group by 1, 2)
                select source, campaign, coalesce(c.leads, 0) as leads, coalesce(j.judged, 0) as judged,
                       coalesce(j.bad, 0) as bad, s.paused_since, s.resumed_at, s.resumed_by, s.resumed_why
                  from captured c
                  full join judged j using (source, campaign)
                  full join lead_source s using (source, campaign)
                 where not ? or s.paused_since is not null
                 order by source, campaign""", LeadSources::report, window, Database.array("text", policy.badCodes()), window, pausedOnly);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        paused = new HashSet<>(database.query(
                "select source, campaign from lead_source where paused_since is not null",
                row -> new Key(row.getString("source"), row.getString("campaign"))));
    }

    private static Key key(LeadSource source, @Nullable String campaign) {
        return new Key(source.name(), campaign == null ? "" : campaign);
    }

    private static SourceReport report(ResultSet row) throws SQLException {
        return new SourceReport(
                LeadSource.valueOf(row.getString("source")),
                row.getString("campaign"),
                row.getLong("leads"),
                row.getInt("judged"),
                row.getInt("bad"),
                Database.instant(row, "paused_since"),
                Database.instant(row, "resumed_at"),
                row.getString("resumed_by"),
                row.getString("resumed_why"));
    }
}
