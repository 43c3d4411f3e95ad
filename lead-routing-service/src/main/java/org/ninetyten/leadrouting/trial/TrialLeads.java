package org.ninetyten.leadrouting.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** The leads that trials made, and why. */
@ApplicationScoped
class TrialLeads {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<List<Score.Part>> PARTS = new TypeReference<>() {};

    private final Database database;

    TrialLeads(Database database) {
        this.database = database;
    }

    /** Writes the decisions; those whose trial has made a lead by its score before are passed over. */
    void add(List<TrialLead> leads, Instant now) {
        database.update(
                """
                insert into trial_lead (id, trial_id, cause, lead_external_id, lead_id, policy_version, score_micros,
                    threshold, signals, message, chosen_partner_id, decided_at, retry_at)
                select id, trial_id, cause, lead_external_id, lead_id, policy_version, score_micros, threshold,
                    signals::jsonb, message, chosen_partner_id, ?, ?
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::bigint[], ?::int[],
                    ?::text[], ?::text[], ?::uuid[])
                    as lead (id, trial_id, cause, lead_external_id, lead_id, policy_version, score_micros, threshold,
                        signals, message, chosen_partner_id)
                on conflict do nothing""",
                now,
                now,
                Database.array("uuid", leads, TrialLead::id),
                Database.array("uuid", leads, TrialLead::trialId),
                Database.array("text", leads, TrialLead::cause),
                Database.array("text", leads, TrialLead::externalId),
                Database.array("uuid", leads, TrialLead::leadId),
                Database.array("int", leads, lead -> scored(lead, TrialLead.Scoring::policyVersion)),
                Database.array("bigint", leads, lead -> scored(lead, TrialLead.Scoring::micros)),
                Database.array("int", leads, lead -> scored(lead, TrialLead.Scoring::threshold)),
                Database.array("text", leads, lead -> scored(lead, scoring -> write(scoring.parts()))),
                Database.array("text", leads, TrialLead::message),
                Database.array("uuid", leads, TrialLead::chosenPartnerId));
    }

    /** The leads of a trial, the first one first. */
    List<TrialLead> of(UUID trialId) {
        return database.query(
                "select * from trial_lead where trial_id = ? order by decided_at, id", TrialLeads::lead, trialId);
    }

    Optional<TrialLead> byExternalId(String externalId) {
        return database.first("select * from trial_lead where lead_external_id = ?", TrialLeads::lead, externalId);
    }

    /** A decision whose lead is still to be made, locked; instances pass over each other's. */
    Optional<TrialLead> lockToMake(Instant now) {
        return database.first(
                "select * from trial_lead where lead_id is null and retry_at <= ?"
                        + " order by retry_at limit 1 for update skip locked",
                TrialLeads::lead,
                now);
    }

    /** Notes which lead it became, and in the lead which trial it came from. */
    void made(UUID id, UUID leadId, String trialExternalId) {
        database.update("update trial_lead set lead_id = ?, failure = null where id = ?", leadId, id);
        database.update(
                "update lead set trial_external_id = ? where id = ? and trial_external_id is null",
                trialExternalId,
                leadId);
    }

    void failed(UUID id, String failure, Instant retryAt) {
        database.update(
                "update trial_lead set attempts = attempts + 1, failure = ?, retry_at = ? where id = ?",
                failure,
                retryAt,
                id);
    }

    private static <T> @Nullable T scored(TrialLead lead, java.util.function.Function<TrialLead.Scoring, T> value) {
        TrialLead.Scoring scoring = lead.scoring();
        return scoring == null ? null : value.apply(scoring);
    }

    private static TrialLead lead(ResultSet row) throws SQLException {
        Integer version = Database.integer(row, "policy_version");
        return new TrialLead(
                Database.id(row, "id"),
                Database.id(row, "trial_id"),
                TrialCause.valueOf(row.getString("cause")),
                row.getString("lead_external_id"),
                Database.uuid(row, "lead_id"),
                version == null
                        ? null
                        : new TrialLead.Scoring(
                                version,
                                row.getInt("threshold"),
                                row.getLong("score_micros"),
                                read(row.getString("signals"))),
                row.getString("message"),
                Database.uuid(row, "chosen_partner_id"),
                Objects.requireNonNull(Database.instant(row, "decided_at")),
                row.getInt("attempts"),
                row.getString("failure"));
    }

    private static String write(List<Score.Part> parts) {
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Score.Part> read(String json) {
        try {
            return JSON.readValue(json, PARTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The signals of a lead cannot be read", e);
        }
    }
}
