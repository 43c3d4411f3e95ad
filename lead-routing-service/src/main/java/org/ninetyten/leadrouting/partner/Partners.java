package org.ninetyten.leadrouting.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** The read model of partners and their credentials. */
@ApplicationScoped
@Transactional
public class Partners {

    /** What {@link #profile} reads, of a row of partner named p. */
    public static final String PROFILE = """
            p.partner_id, p.status, p.tier, p.languages, p.services, p.time_zone, p.cities, p.territory_countries,
            p.territory_subdivisions, p.territory_radius_km, p.open_lead_cap, p.quota_30_days, p.paused,
            p.calendar,
            (select json_agg(json_build_array(c.competency, c.valid_from, c.valid_until))
               from credential c where c.partner_id = p.partner_id and not c.revoked) as credentials
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Clock clock;

    Partners(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Profiles that changed, and the horizon to ask from next time. */
    public record Changes(Horizon horizon, List<PartnerProfile> profiles) {}

    /**
     * How far a reader has looked: everything before this transaction, and these rows of it and of later ones.
     *
     * @param transaction the oldest one that was still running; a long one keeps it from moving on
     * @param seen what was read of it and of later ones, so that it is not read again and again meanwhile
     */
    public record Horizon(String transaction, Set<Write> seen) {

        public static final Horizon BEGINNING = new Horizon("0", Set.of());

        public Horizon {
            seen = Set.copyOf(seen);
        }
    }

    /** A row of a partner or of one of its credentials, as a transaction wrote it. */
    public record Write(UUID row, UUID partnerId, String transaction) {}

    /**
     * Keeps a partner's state, unless a newer one is known. The days on which it cannot be offered leads are noted: they do
     * not count for its quota.
     */
    public void keep(PartnerState partner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.update(
                """
                with old as (
                  select status = 'ACTIVE' and not paused as there from partner where partner_id = ?
                ), kept as (
                insert into partner (partner_id, version, legal_name, country, status, tier, languages, services,
                    time_zone, cities, territory_countries, territory_subdivisions, territory_radius_km,
                    open_lead_cap, quota_30_days, paused, region, calendar)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::int, ?, ?, ?, ?, ?::jsonb)
                on conflict (partner_id) do update set version = excluded.version, legal_name = excluded.legal_name,
                    country = excluded.country, status = excluded.status, tier = excluded.tier,
                    languages = excluded.languages, services = excluded.services, time_zone = excluded.time_zone,
                    cities = excluded.cities, territory_countries = excluded.territory_countries,
                    territory_subdivisions = excluded.territory_subdivisions,
                    territory_radius_km = excluded.territory_radius_km, open_lead_cap = excluded.open_lead_cap,
                    quota_30_days = excluded.quota_30_days, paused = excluded.paused,
                    region = excluded.region, calendar = excluded.calendar,
                    changed_in = pg_current_xact_id()
                where excluded.version >= partner.version
                returning partner_id, status = 'ACTIVE' and not paused as there
                ), back as (
                  update partner_absence a set back_on = greatest(a.gone_on, ?) from old, kept
                   where a.partner_id = kept.partner_id and a.back_on is null and kept.there and not old.there
                )
                insert into partner_absence (partner_id, gone_on)
                select kept.partner_id, ? from old, kept where old.there and not kept.there
                on conflict (partner_id, gone_on) do update set back_on = null""",
                partner.partnerId(),
                partner.partnerId(),
                partner.version(),
                partner.legalName(),
                partner.country(),
                partner.status(),
                partner.tier(),
                Database.array("text", partner.languages()),
                Database.array("text", partner.services()),
                partner.timeZone(),
                write(partner.cities()),
                Database.array("text", partner.territory().countries()),
                Database.array("text", partner.territory().subdivisions()),
                partner.territory().radiusKm(),
                partner.openLeadCap(),
                partner.quota30Days(),
                partner.paused(),
                partner.region(),
                CalendarJson.write(partner.calendar()),
                today,
                today);
        database.update("insert into partner_turn (partner_id) values (?) on conflict do nothing", partner.partnerId());
    }

    /** A new tier changes the weight of a partner's turn from now on. */
    public void keepTier(UUID partnerId, long version, Tier tier) {
        database.update(
                "update partner set tier = ?, version = ?, changed_in = pg_current_xact_id()"
                        + " where partner_id = ? and version <= ?",
                tier,
                version,
                partnerId,
                version);
    }

    /** A credential may come before its partner: the topics are read side by side. */
    public void grant(UUID credentialId, UUID partnerId, Credential credential) {
        database.update(
                """
                insert into credential (credential_id, partner_id, competency, valid_from, valid_until)
                values (?, ?, ?, ?, ?::date)
                on conflict (credential_id) do update set valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, changed_in = pg_current_xact_id()""", credentialId, partnerId, credential.competency(), credential.validFrom(), credential.validUntil());
    }

    public void revoke(UUID credentialId) {
        database.update(
                "update credential set revoked = true, changed_in = pg_current_xact_id() where credential_id = ?",
                credentialId);
    }

    public Optional<PartnerProfile> find(UUID partnerId) {
        return database.first(
                "select " + PROFILE + " from partner p where partner_id = ?", Partners::profile, partnerId);
    }

    /** The legal names of those of the partners that are known. */
    public Map<UUID, String> names(Collection<UUID> partnerIds) {
        Map<UUID, String> names = new HashMap<>();
        database.query(
                "select partner_id, legal_name from partner where partner_id = any(?)",
                row -> names.put(Database.id(row, "partner_id"), row.getString("legal_name")),
                Database.array("uuid", partnerIds));
        return names;
    }

    /** All profiles that changed since the horizon, each once; only they are read. */
    public Changes changesSince(Horizon horizon) {
        // The ids come first, from two indexes: there are none nearly always, and nothing else to read then.
        List<Change> changes = database.query("""
                select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
                       w.changed_in >= pg_snapshot_xmin(pg_current_snapshot()) as again, w.*
                  from (select 1) here left join
                       (select partner_id as row_id, partner_id, changed_in from partner where changed_in >= ?::xid8
                         union all
                        select credential_id, partner_id, changed_in from credential where changed_in >= ?::xid8) w
                    on true""", Partners::change, horizon.transaction(), horizon.transaction());
        Set<Write> seen = new HashSet<>();
        Set<UUID> changed = new HashSet<>();
        for (Change change : changes) {
            Write write = change.write();
            if (write == null) {
                continue;
            }
            if (change.again()) {
                seen.add(write);
            }
            if (!horizon.seen().contains(write)) {
                changed.add(write.partnerId());
            }
        }
        return new Changes(new Horizon(changes.getFirst().horizon(), seen), profiles(changed));
    }

    /** The profiles of those of the partners that are known. */
    public List<PartnerProfile> profiles(Set<UUID> partnerIds) {
        return partnerIds.isEmpty()
                ? List.of()
                : database.query(
                        "select " + PROFILE + " from partner p where p.partner_id = any(?)",
                        Partners::profile,
                        Database.array("uuid", partnerIds));
    }

    private record Change(
            String horizon, boolean again, @Nullable Write write) {}

    private static Change change(ResultSet row) throws SQLException {
        UUID id = Database.uuid(row, "row_id");
        return new Change(
                row.getString("horizon"),
                row.getBoolean("again"),
                id == null ? null : new Write(id, Database.id(row, "partner_id"), row.getString("changed_in")));
    }

    /** Reads the columns of {@link #PROFILE}. */
    public static PartnerProfile profile(ResultSet row) throws SQLException {
        Set<String> languages = new HashSet<>();
        for (String tag : Database.texts(row, "languages")) {
            languages.add(PartnerProfile.primaryLanguage(tag));
        }
        Set<IncomePoint> services = EnumSet.noneOf(IncomePoint.class);
        for (String service : Database.texts(row, "services")) {
            services.add(IncomePoint.valueOf(service));
        }
        List<Place> cities = new ArrayList<>();
        for (JsonNode city : read(row.getString("cities"))) {
            cities.add(new Place(
                    city.path("latitude").asDouble(), city.path("longitude").asDouble()));
        }
        List<Credential> credentials = new ArrayList<>();
        for (JsonNode credential : read(row.getString("credentials"))) {
            String until =
                    credential.path(2).isNull() ? null : credential.path(2).asText();
            credentials.add(new Credential(
                    IncomePoint.valueOf(credential.path(0).asText()),
                    LocalDate.parse(credential.path(1).asText()),
                    until == null ? null : LocalDate.parse(until)));
        }
        return new PartnerProfile(
                Database.id(row, "partner_id"),
                PartnerStatus.valueOf(row.getString("status")),
                Tier.valueOf(row.getString("tier")),
                languages,
                services,
                credentials,
                new Territory(
                        Set.copyOf(Database.texts(row, "territory_countries")),
                        Set.copyOf(Database.texts(row, "territory_subdivisions")),
                        Database.integer(row, "territory_radius_km")),
                cities,
                ZoneId.of(row.getString("time_zone")),
                row.getInt("open_lead_cap"),
                row.getInt("quota_30_days"),
                row.getBoolean("paused"),
                CalendarJson.read(row.getString("calendar")));
    }

    private static String write(List<City> cities) {
        try {
            return JSON.writeValueAsString(cities);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return json == null ? JSON.createArrayNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
