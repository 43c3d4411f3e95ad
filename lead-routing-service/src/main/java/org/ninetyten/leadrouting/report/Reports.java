package org.ninetyten.leadrouting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.LeadSource;

/** Counts and sums straight from the tables. */
@ApplicationScoped
@Transactional
public class Reports {

    private static final String OF_SOURCE = "(?::text is null or l.source = ?)";

    private final Database database;

    Reports(Database database) {
        this.database = database;
    }

    /** What routing did. */
    public record Routing(
            long leads, Map<String, Long> leadsByStatus, Map<String, Long> offersByState, long escalated) {}

    /** What one partner was offered and did with it. */
    public record PartnerShare(
            UUID partnerId,
            @Nullable String legalName,
            @Nullable String tier,
            long offers,
            long accepted,
            long declined,
            long expired,
            int openLeads) {}

    /** Deals of one outcome in one currency. */
    public record DealSum(String outcome, String currency, long deals, long licenceMinor, long totalMinor) {}

    public Routing routing(@Nullable LeadSource source) {
        Map<String, Long> byStatus =
                counts("select l.status, count(*) from lead l where " + OF_SOURCE + " group by 1", source);
        Map<String, Long> byState = counts(
                "select o.state, count(*) from offer o join lead l on l.id = o.lead_id where " + OF_SOURCE
                        + " group by 1",
                source);
        long leads = byStatus.values().stream().mapToLong(Long::longValue).sum();
        return new Routing(leads, byStatus, byState, byStatus.getOrDefault("DESK", 0L));
    }

    /** The partners that were ever offered a lead, in the order of their ids. */
    public List<PartnerShare> shares(@Nullable LeadSource source, @Nullable UUID after, int limit) {
        return database.query(
                """
                select s.*, p.legal_name, p.tier, coalesce(t.open_leads, 0) as open_leads
                  from (select o.partner_id, count(*) as offers,
                               count(*) filter (where o.state = 'ACCEPTED') as accepted,
                               count(*) filter (where o.state = 'DECLINED') as declined,
                               count(*) filter (where o.state = 'EXPIRED') as expired
                          from offer o join lead l on l.id = o.lead_id
                         where (?::uuid is null or o.partner_id > ?::uuid) and\s""" + OF_SOURCE + """

                         group by o.partner_id order by o.partner_id limit ?) s
                  left join partner p using (partner_id)
                  left join partner_turn t using (partner_id)
                 order by s.partner_id""",
                row -> new PartnerShare(
                        Database.id(row, "partner_id"),
                        row.getString("legal_name"),
                        row.getString("tier"),
                        row.getLong("offers"),
                        row.getLong("accepted"),
                        row.getLong("declined"),
                        row.getLong("expired"),
                        row.getInt("open_leads")),
                after,
                after,
                source,
                source,
                limit);
    }

    public List<DealSum> deals(@Nullable LeadSource source) {
        return database.query(
                """
                select d.status, d.currency, count(*), sum(d.licence_minor), sum(d.total_minor)
                  from deal d left join lead l on l.id = d.lead_id where\s""" + OF_SOURCE + " group by 1, 2 order by 1, 2",
                row -> new DealSum(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                source,
                source);
    }

    private Map<String, Long> counts(String sql, @Nullable LeadSource source) {
        Map<String, Long> counts = new TreeMap<>();
        database.query(sql, row -> counts.put(row.getString(1), row.getLong(2)), source, source);
        return counts;
    }
}
