package org.ninetyten.leadrouting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/**
 * How quickly partners answer offers and contact customers. Minutes are of each partner's business time, taken when it
 * answered, so a later change of its calendar does not rewrite them.
 */
@ApplicationScoped
@Transactional
public class ResponseStatistics {

    private static final String OF_OFFERS = """
            count(*) as offers,
            count(*) filter (where o.state = 'ACCEPTED') as accepted,
            count(*) filter (where o.state = 'DECLINED') as declined,
            count(*) filter (where o.state = 'EXPIRED') as timed_out,
            percentile_disc(0.5) within group (order by o.answer_minutes) as median_minutes,
            percentile_disc(0.9) within group (order by o.answer_minutes) as p90_minutes""";

    private static final String OF_CONTACTS = """
            count(*) as due,
            count(*) filter (where w.contacted_at < w.contact_by) as in_time""";

    private final Database database;

    ResponseStatistics(Database database) {
        this.database = database;
    }

    /**
     * What was done with the offers of a period.
     *
     * @param medianMinutes half of the answers took no longer, in business minutes; nothing without answers
     * @param p90Minutes nine of ten answers took no longer
     * @param contactsDue accepted leads of the period whose first contact was made or is overdue
     * @param contactsInTime those of them that were contacted in time
     */
    public record Figures(
            long offers,
            long accepted,
            long declined,
            long timedOut,
            @Nullable Integer medianMinutes,
            @Nullable Integer p90Minutes,
            Map<String, Long> declinesByReason,
            long contactsDue,
            long contactsInTime) {

        /** Accepted offers of those that ended, in basis points; nothing while none has ended. */
        public @Nullable Integer acceptanceBasisPoints() {
            long ended = accepted + declined + timedOut;
            return ended == 0 ? null : Math.toIntExact(accepted * 10_000 / ended);
        }
    }

    /** One partner's figures. */
    public record OfPartner(
            UUID partnerId,
            @Nullable String legalName,
            @Nullable String region,
            Figures figures) {}

    /** The figures of all partners of a region. */
    public record OfRegion(@Nullable String region, Figures figures) {}

    /**
     * What is usual in a region.
     *
     * @param partners how many partners were offered leads there
     * @param medianMinutes of all answers, in business minutes
     */
    public record Usual(
            int partners,
            @Nullable Integer medianMinutes,
            @Nullable Integer acceptanceBasisPoints) {}

    /** From the first instant up to, not including, the second one. */
    public record Period(Instant from, Instant to, Instant now) {}

    /** The partners that were offered leads in the period, in the order of their ids. */
    public List<OfPartner> partners(Period period, @Nullable String region, @Nullable UUID after, int limit) {
        return read("""
                select o.partner_id, p.legal_name, p.region,\s""" + OF_OFFERS + """

                  from offer o left join partner p using (partner_id)
                 where o.offered_at >= ? and o.offered_at < ? and (?::text is null or p.region = ?)
                   and (?::uuid is null or o.partner_id > ?::uuid)
                 group by o.partner_id, p.legal_name, p.region order by o.partner_id limit ?""", period, period.from(), period.to(), region, region, after, after, limit);
    }

    /** One partner's figures; all of them nought if it was offered nothing. */
    public Optional<OfPartner> partner(Period period, UUID partnerId) {
        return read(
                        """
                        select p.partner_id, p.legal_name, p.region,\s""" + OF_OFFERS.replace("count(*) as offers", "count(o.id) as offers") + """

                          from partner p left join offer o on o.partner_id = p.partner_id
                               and o.offered_at >= ? and o.offered_at < ?
                         where p.partner_id = ?
                         group by p.partner_id, p.legal_name, p.region""",
                        period,
                        period.from(),
                        period.to(),
                        partnerId)
                .stream()
                .findFirst();
    }

    private List<OfPartner> read(String sql, Period period, @Nullable Object... values) {
        List<OfPartner> bare = database.query(
                sql,
                row -> new OfPartner(
                        Database.id(row, "partner_id"),
                        row.getString("legal_name"),
                        row.getString("region"),
                        figures(row)),
                values);
        Database.SqlArray partnerIds = Database.array("uuid", bare, OfPartner::partnerId);
        Map<UUID, Map<String, Long>> declines = new HashMap<>();
        database.query(
                """
                select partner_id, decline_reason, count(*) as n from offer
                 where partner_id = any(?) and state = 'DECLINED' and offered_at >= ? and offered_at < ? group by 1, 2""", row -> put(declines, Database.id(row, "partner_id"), row), partnerIds, period.from(), period.to());
        Map<UUID, long[]> contacts = new HashMap<>();
        database.query(
                "select w.partner_id, " + OF_CONTACTS
                        + " from lead_work w where w.partner_id = any(?) and w.accepted_at >= ? and w.accepted_at < ?"
                        + " and (w.contacted_at is not null or w.contact_by < ?) group by 1",
                row -> contacts.put(
                        Database.id(row, "partner_id"), new long[] {row.getLong("due"), row.getLong("in_time")}),
                partnerIds,
                period.from(),
                period.to(),
                period.now());
        List<OfPartner> whole = new ArrayList<>();
        for (OfPartner partner : bare) {
            whole.add(new OfPartner(
                    partner.partnerId(),
                    partner.legalName(),
                    partner.region(),
                    complete(
                            partner.figures(),
                            declines.getOrDefault(partner.partnerId(), Map.of()),
                            contacts.getOrDefault(partner.partnerId(), new long[2]))));
        }
        return whole;
    }

    /** What is usual among the partners of a region, in one query. */
    public Usual usual(Period period, String region) {
        return database.first(
                        "select count(distinct o.partner_id) as partners, " + OF_OFFERS + """

                          from offer o join partner p using (partner_id)
                         where o.offered_at >= ? and o.offered_at < ? and p.region = ?""",
                        row -> {
                            Figures figures = figures(row);
                            return new Usual(
                                    row.getInt("partners"), figures.medianMinutes(), figures.acceptanceBasisPoints());
                        },
                        period.from(),
                        period.to(),
                        region)
                .orElseThrow();
    }

    /** The regions in which leads were offered in the period. */
    public List<OfRegion> regions(Period period) {
        List<OfRegion> bare = database.query(
                "select p.region, " + OF_OFFERS + """

                  from offer o left join partner p using (partner_id)
                 where o.offered_at >= ? and o.offered_at < ?
                 group by p.region order by p.region nulls last""",
                row -> new OfRegion(row.getString("region"), figures(row)),
                period.from(),
                period.to());
        Map<String, Map<String, Long>> declines = new HashMap<>();
        database.query(
                """
                select p.region, o.decline_reason, count(*) as n from offer o left join partner p using (partner_id)
                 where o.state = 'DECLINED' and o.offered_at >= ? and o.offered_at < ? group by 1, 2""", row -> put(declines, String.valueOf(row.getString("region")), row), period.from(), period.to());
        Map<String, long[]> contacts = new HashMap<>();
        database.query(
                "select p.region, " + OF_CONTACTS + """

                  from lead_work w left join partner p using (partner_id)
                 where w.accepted_at >= ? and w.accepted_at < ?
                   and (w.contacted_at is not null or w.contact_by < ?) group by 1""",
                row -> contacts.put(
                        String.valueOf(row.getString("region")),
                        new long[] {row.getLong("due"), row.getLong("in_time")}),
                period.from(),
                period.to(),
                period.now());
        return bare.stream()
                .map(one -> new OfRegion(
                        one.region(),
                        complete(
                                one.figures(),
                                declines.getOrDefault(String.valueOf(one.region()), Map.of()),
                                contacts.getOrDefault(String.valueOf(one.region()), new long[2]))))
                .toList();
    }

    private static <K> boolean put(Map<K, Map<String, Long>> declines, K key, ResultSet row) throws SQLException {
        declines.computeIfAbsent(key, any -> new TreeMap<>()).put(row.getString("decline_reason"), row.getLong("n"));
        return true;
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("offers"),
                row.getLong("accepted"),
                row.getLong("declined"),
                row.getLong("timed_out"),
                Database.integer(row, "median_minutes"),
                Database.integer(row, "p90_minutes"),
                Map.of(),
                0,
                0);
    }

    private static Figures complete(Figures of, Map<String, Long> declines, long[] contacts) {
        return new Figures(
                of.offers(),
                of.accepted(),
                of.declined(),
                of.timedOut(),
                of.medianMinutes(),
                of.p90Minutes(),
                declines,
                contacts[0],
                contacts[1]);
    }
}
