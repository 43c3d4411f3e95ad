package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.Preference;
import org.ninetyten.leadrouting.routing.Step;

/** The leads that simulations route, in the order in which they came. */
@ApplicationScoped
@Transactional
class PastLeads {

    /** Leads that came to routing: no spam, nothing that belongs to another lead, nothing that still waits for a person. */
    private static final String ROUTED = """
            l.created_at >= ? and l.created_at < ? and l.status not in ('RECEIVED', 'SPAM', 'DUPLICATE', 'REVIEW')
            and (l.offers > 0 or l.status <> 'NURTURE')""";

    /**
     * What was known of a lead when it came: who became partner of record since then is no reason, and who was one then
     * is, also when the customer has moved on; so with protections and with partners' campaigns. Since when a customer had its first one is known only while it has it.
     */
    private static final String OF_PERIOD = """
            select l.id, l.created_at as at, l.source, l.country, l.subdivision, l.latitude, l.longitude, l.language,
                   l.needs,
                   case when c.partner_of_record_since < l.created_at then c.partner_of_record
                        else (select m.to_partner_id from partner_of_record_move m
                               where m.customer_id = l.customer_id and m.moved_at < l.created_at
                               order by m.moved_at desc limit 1) end as of_record,
                   l.chosen_partner_id as chosen, l.host_partner_id as host,
                   (select p.partner_id from protection p
                     where p.customer_id = l.customer_id and lower(p.product) = lower(l.product)
                       and p.granted_at <= l.created_at and coalesce(p.ended_at, p.expires_at) > l.created_at
                     order by p.granted_at limit 1) as protected_by,
                   (select b.partner_id from partner_campaign b
                     where lower(b.campaign) = lower(l.campaign) and b.started_at <= l.created_at
                       and (b.ended_at is null or b.ended_at > l.created_at)
                     order by b.started_at limit 1) as campaign_of,
                   o.partner_id as went_to, o.partner_id is not null or l.status = 'DESK' as compares
              from lead l join customer c on c.id = l.customer_id
              left join offer o on o.lead_id = l.id and o.ordinal = 1
             where (l.created_at, l.id) > (?, ?) and\040""" + ROUTED + " order by l.created_at, l.id limit ?";

    private static final String OF_FILE = """
            select l.id, l.at, l.source, l.country, l.subdivision, l.latitude, l.longitude, l.language, l.needs,
                   null::uuid as of_record, null::uuid as chosen, null::uuid as host, null::uuid as protected_by,
                   null::uuid as campaign_of, l.partner_id as went_to, f.compares
              from simulation_file_lead l join simulation_file f on f.id = l.file_id
             where l.file_id = ? and (l.at, l.id) > (?, ?) order by l.at, l.id limit ?""";

    private final Database database;

    PastLeads(Database database) {
        this.database = database;
    }

    /** The lead that was read last; before all of them at first. */
    record Position(Instant at, UUID id) {

        static final Position BEGINNING = new Position(Instant.EPOCH, new UUID(0, 0));

        static Position of(PastLead lead) {
            return new Position(lead.at(), lead.profile().id());
        }
    }

    /** How many leads there are. */
    long count(Simulation.Leads of) {
        return switch (of) {
            case Simulation.Leads.OfPeriod period ->
                database.first(
                                "select count(*) from lead l where " + ROUTED,
                                row -> row.getLong(1),
                                period.from(),
                                period.to())
                        .orElse(0L);
            case Simulation.Leads.OfFile file ->
                database.first("select leads from simulation_file where id = ?", row -> row.getLong(1), file.fileId())
                        .orElse(0L);
        };
    }

    /** The next leads after a position. */
    List<PastLead> after(Simulation.Leads of, Position position, int limit) {
        return switch (of) {
            case Simulation.Leads.OfPeriod period ->
                database.query(
                        OF_PERIOD, PastLeads::read, position.at(), position.id(), period.from(), period.to(), limit);
            case Simulation.Leads.OfFile file ->
                database.query(OF_FILE, PastLeads::read, file.fileId(), position.at(), position.id(), limit);
        };
    }

    private static PastLead read(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        Place place = row.wasNull() ? null : new Place(latitude, row.getDouble("longitude"));
        Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
        for (String need : Database.texts(row, "needs")) {
            needs.add(IncomePoint.valueOf(need));
        }
        List<Preference> preferences = new ArrayList<>();
        prefer(preferences, Step.PARTNER_OF_RECORD, Database.uuid(row, "of_record"));
        prefer(preferences, Step.CUSTOMERS_CHOICE, Database.uuid(row, "chosen"));
        prefer(preferences, Step.PROTECTION, Database.uuid(row, "protected_by"));
        prefer(preferences, Step.HOST_PARTNER, Database.uuid(row, "host"));
        prefer(preferences, Step.CAMPAIGN_PARTNER, Database.uuid(row, "campaign_of"));
        LeadProfile profile = new LeadProfile(
                Database.id(row, "id"),
                LeadSource.valueOf(row.getString("source")),
                row.getString("country"),
                row.getString("subdivision"),
                place,
                row.getString("language"),
                needs,
                preferences,
                Set.of());
        return new PastLead(
                Objects.requireNonNull(Database.instant(row, "at")),
                profile,
                row.getBoolean("compares"),
                Database.uuid(row, "went_to"));
    }

    private static void prefer(List<Preference> preferences, Step step, @Nullable UUID partnerId) {
        if (partnerId != null) {
            preferences.add(new Preference(step, partnerId));
        }
    }
}
