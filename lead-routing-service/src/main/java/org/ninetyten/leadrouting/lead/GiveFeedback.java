package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.intake.LeadPolicies;
import org.ninetyten.leadrouting.source.LeadSources;
import org.ninetyten.messaging.http.ProblemException;

/** Keeps what the partner and the desk say of a lead after the work, and pauses its source if it is one too many. */
@ApplicationScoped
public class GiveFeedback {

    private static final Logger LOG = Logger.getLogger(GiveFeedback.class);

    /** Before somebody has the lead, nobody can say what it is worth. */
    private static final Set<LeadStatus> WORKED_ON = EnumSet.of(
            LeadStatus.ACCEPTED,
            LeadStatus.CONTACTED,
            LeadStatus.WORKING,
            LeadStatus.RECALLED,
            LeadStatus.WON,
            LeadStatus.LOST,
            LeadStatus.NURTURE);

    private static final Set<LeadStatus> ENDED = EnumSet.of(LeadStatus.WON, LeadStatus.LOST);

    private final Leads leads;
    private final Database database;
    private final LeadPolicies policies;
    private final LeadSources sources;
    private final Clock clock;

    GiveFeedback(Leads leads, Database database, LeadPolicies policies, LeadSources sources, Clock clock) {
        this.leads = leads;
        this.database = database;
        this.policies = policies;
        this.sources = sources;
        this.clock = clock;
    }

    /** Gives feedback, or changes what this side has given before. */
    @Transactional
    public Feedback give(UUID leadId, Feedback.Side side, FeedbackCode code, @Nullable String note, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lead lead = leads.lock(leadId);
        if (!WORKED_ON.contains(lead.status())) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + "; feedback follows the work.",
                    lead.status().next());
        }
        Duration open = Duration.ofDays(policies.validAt(now).feedbackDays());
        if (ENDED.contains(lead.status()) && lead.changedAt().plus(open).isBefore(now)) {
            throw new ProblemException(
                    LeadProblem.FEEDBACK_IS_CLOSED, "The lead ended more than " + open.toDays() + " days ago.");
        }
        Feedback given = database.first(
                        """
                        insert into lead_feedback (lead_id, side, code, note, given_by, given_at, changed_at, source,
                            campaign)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (lead_id, side) do update set code = excluded.code, note = excluded.note,
                            given_by = excluded.given_by, changed_at = excluded.changed_at
                        returning *""",
                        GiveFeedback::feedback,
                        leadId,
                        side,
                        code,
                        note,
                        by,
                        now,
                        now,
                        lead.source(),
                        lead.campaign() == null ? "" : lead.campaign())
                .orElseThrow();
        if (sources.judge(lead.source(), lead.campaign())) {
            LOG.warnf("Leads of %s, campaign %s, go to review: too many were bad", lead.source(), lead.campaign());
        }
        return given;
    }

    /** What has been said of the lead. */
    @Transactional
    public List<Feedback> of(UUID leadId) {
        return database.query(
                "select * from lead_feedback where lead_id = ? order by side", GiveFeedback::feedback, leadId);
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                Database.id(row, "lead_id"),
                Feedback.Side.valueOf(row.getString("side")),
                FeedbackCode.valueOf(row.getString("code")),
                row.getString("note"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
