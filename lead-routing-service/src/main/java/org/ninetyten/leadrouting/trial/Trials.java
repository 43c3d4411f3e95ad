package org.ninetyten.leadrouting.trial;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/** All trials. */
@ApplicationScoped
class Trials {

    private final Database database;

    Trials(Database database) {
        this.database = database;
    }

    /** Adds the trial, unless one with its external id is known; says whether it did. */
    boolean addUnlessKnown(NewTrial about, int policyVersion, Instant now) {
        Contact contact = about.contact();
        Place place = about.place();
        return database.update(
                        """
                        insert into trial (id, external_id, kind, product, company, contact_name, contact_email,
                            contact_phone, consent, country, subdivision, city, latitude, longitude, language,
                            customer_external_id, signed_up_at, created_at, correlation_id, scored_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::float8, ?::float8, ?, ?, ?, ?, ?, ?)
                        on conflict (external_id) do nothing""",
                        UuidCreator.getTimeOrderedEpoch(),
                        about.externalId(),
                        about.kind(),
                        about.product(),
                        about.company(),
                        contact == null ? null : contact.name(),
                        contact == null ? null : contact.email(),
                        contact == null ? null : contact.phone(),
                        about.consent(),
                        about.country(),
                        about.subdivision(),
                        about.city(),
                        place == null ? null : place.latitude(),
                        place == null ? null : place.longitude(),
                        about.language(),
                        about.customerExternalId(),
                        about.signedUpAt(),
                        now,
                        Correlation.current(),
                        policyVersion)
                == 1;
    }

    Optional<Trial> find(String externalId) {
        return database.first("select * from trial where external_id = ?", Trials::trial, externalId);
    }

    Trial require(String externalId) {
        return find(externalId).orElseThrow(() -> ProblemException.notFound("trial", externalId));
    }

    Trial require(UUID id) {
        return database.first("select * from trial where id = ?", Trials::trial, id)
                .orElseThrow(() -> new IllegalStateException("There is no trial " + id + "."));
    }

    /** The trial, locked until the end of the transaction. */
    Trial lock(String externalId) {
        return database.first("select * from trial where external_id = ? for no key update", Trials::trial, externalId)
                .orElseThrow(() -> ProblemException.notFound("trial", externalId));
    }

    /** Those of the trials that have made no lead, locked in the order of their ids. */
    List<Trial> lockUndecided(Collection<UUID> ids) {
        return database.query(
                "select * from trial where id = any(?) and decided_at is null order by id for no key update",
                Trials::trial,
                Database.array("uuid", ids));
    }

    /** Trials that have made no lead and were looked at under an older policy only, locked. */
    List<Trial> lockScoredBefore(int policyVersion, int limit) {
        return database.query(
                "select * from trial where decided_at is null and scored_version < ?"
                        + " order by scored_version, id limit ? for no key update skip locked",
                Trials::trial,
                policyVersion,
                limit);
    }

    void scoredUnder(int policyVersion, Collection<UUID> ids) {
        database.update(
                "update trial set scored_version = ? where id = any(?)", policyVersion, Database.array("uuid", ids));
    }

    void decided(Collection<UUID> ids, Instant now) {
        database.update(
                "update trial set decided_at = ? where id = any(?) and decided_at is null",
                now,
                Database.array("uuid", ids));
    }

    private static Trial trial(ResultSet row) throws SQLException {
        String name = row.getString("contact_name");
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return new Trial(
                Database.id(row, "id"),
                new NewTrial(
                        row.getString("external_id"),
                        TrialKind.valueOf(row.getString("kind")),
                        row.getString("product"),
                        row.getString("company"),
                        name == null
                                ? null
                                : new Contact(name, row.getString("contact_email"), row.getString("contact_phone")),
                        row.getBoolean("consent"),
                        row.getString("country"),
                        row.getString("subdivision"),
                        row.getString("city"),
                        latitude == null || longitude == null ? null : new Place(latitude, longitude),
                        row.getString("language"),
                        row.getString("customer_external_id"),
                        require(Database.instant(row, "signed_up_at"))),
                row.getString("correlation_id"),
                require(Database.instant(row, "created_at")),
                Database.instant(row, "decided_at"));
    }

    private static Instant require(@Nullable Instant instant) {
        if (instant == null) {
            throw new IllegalStateException("A trial has no time.");
        }
        return instant;
    }
}
