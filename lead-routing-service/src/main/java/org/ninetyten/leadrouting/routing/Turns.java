package org.ninetyten.leadrouting.routing;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;

/** The turns of all partners, always locked in the order of their ids so that two instances never wait in a ring. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Turns {

    private static final String READ = """
            select t.credit, t.last_turn_at, t.open_leads, t.offers, d.offered, d.accepted, d.declined, d.timed_out,
                   d.won, d.lost,\040""" + Partners.PROFILE + """
              from partner_turn t join partner p using (partner_id)
              left join partner_day d on d.partner_id = t.partner_id and d.day = ?
             where t.partner_id = any(?)""";

    private final Database database;
    private final TrackRecords records;

    Turns(Database database, TrackRecords records) {
        this.database = database;
        this.records = records;
    }

    /**
     * Locks the partners' turns and reads everything anew, so that what is decided now still holds at commit. A partner
     * that is being changed at this moment is left out: waiting for it could end in a deadlock with its change.
     */
    public Map<UUID, Candidate> lock(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today) {
        return lock(partnerIds, policy, today, new Pasts());
    }

    /** The same for the owner of an index, which keeps what does not change during the day. */
    public Map<UUID, Candidate> lock(
            Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, PartnerIndex index) {
        return lock(partnerIds, policy, today, index.pasts());
    }

    private Map<UUID, Candidate> lock(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, Pasts pasts) {
        Set<UUID> locked = new HashSet<>();
        Map<UUID, Read> read = new HashMap<>();
        // Two queries in one round trip: the second sees what was committed until the rows were locked, in all tables.
        database.queryEach(
                """
                select t.partner_id
                  from partner_turn t join partner p using (partner_id)
                 where t.partner_id = any(?)
                 order by t.partner_id
                   for update of t for share of p skip locked;
                """ + READ,
                List.of(row -> locked.add(Database.id(row, "partner_id")), row -> read(row, read)),
                Database.array("uuid", partnerIds),
                today,
                Database.array("uuid", partnerIds));
        read.keySet().retainAll(locked);
        return candidates(read, policy, today, pasts);
    }

    /** The partners as they are at this moment; nothing keeps them so. */
    public Map<UUID, Candidate> look(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today) {
        return look(partnerIds, policy, today, new Pasts());
    }

    /** The same for the owner of an index, which keeps what does not change during the day. */
    public Map<UUID, Candidate> look(
            Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, PartnerIndex index) {
        return look(partnerIds, policy, today, index.pasts());
    }

    private Map<UUID, Candidate> look(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, Pasts pasts) {
        Map<UUID, Read> read = new HashMap<>();
        database.queryEach(READ, List.of(row -> read(row, read)), today, Database.array("uuid", partnerIds));
        return candidates(read, policy, today, pasts);
    }

    private Map<UUID, Candidate> candidates(Map<UUID, Read> read, RoutingPolicy policy, LocalDate today, Pasts pasts) {
        Set<UUID> unknown = pasts.unknown(read.keySet(), policy, today);
        if (!unknown.isEmpty()) {
            pasts.learn(records.pasts(unknown, policy, today));
        }
        Map<UUID, Candidate> candidates = new HashMap<>();
        read.forEach((id, one) -> {
            TrackRecords.Past past = pasts.of(id);
            if (past != null) {
                candidates.put(id, new Candidate(one.partner(), one.turn(), past.with(one.today(), one.offers())));
            }
        });
        return candidates;
    }

    private record Read(PartnerProfile partner, Turn turn, Tally today, int offers) {}

    private static void read(ResultSet row, Map<UUID, Read> into) throws SQLException {
        PartnerProfile partner = Partners.profile(row);
        Read read = new Read(
                partner,
                new Turn(row.getLong("credit"), Database.instant(row, "last_turn_at"), row.getInt("open_leads")),
                new Tally(
                        row.getInt("offered"),
                        row.getInt("accepted"),
                        row.getInt("declined"),
                        row.getInt("timed_out"),
                        row.getInt("won"),
                        row.getInt("lost")),
                row.getInt("offers"));
        into.put(partner.id(), read);
    }

    /** Those of the partners that the read model does not have, or not any more. */
    public Set<UUID> unknown(Collection<UUID> partnerIds) {
        Set<UUID> unknown = new HashSet<>(partnerIds);
        database.query(
                        "select partner_id from partner_turn join partner using (partner_id) where partner_id = any(?)",
                        row -> Database.id(row, "partner_id"),
                        Database.array("uuid", partnerIds))
                .forEach(unknown::remove);
        return unknown;
    }

    /**
     * Writes the turns of partners that this transaction has locked.
     *
     * @param offered the partners that were offered a lead, one entry for each lead
     */
    public void write(Map<UUID, Turn> turns, Collection<UUID> offered, LocalDate today) {
        List<Map.Entry<UUID, Turn>> rows = List.copyOf(turns.entrySet());
        Map<UUID, Integer> offers = new HashMap<>();
        offered.forEach(partner -> offers.merge(partner, 1, Integer::sum));
        database.update(
                """
                update partner_turn t set credit = n.credit, last_turn_at = n.last_turn_at, open_leads = n.open_leads,
                    offers = t.offers + n.offers
                  from unnest(?, ?, ?, ?, ?) as n (partner_id, credit, last_turn_at, open_leads, offers)
                 where t.partner_id = n.partner_id""",
                Database.array("uuid", rows, Map.Entry::getKey),
                Database.array("bigint", rows, row -> row.getValue().credit()),
                Database.array("timestamptz", rows, row -> row.getValue().lastTurnAt()),
                Database.array("integer", rows, row -> row.getValue().openLeads()),
                Database.array("integer", rows, row -> offers.getOrDefault(row.getKey(), 0)));
        if (!offered.isEmpty()) {
            records.count(TrackRecords.Happening.OFFERED, offered, today);
        }
    }

    /** The partner does not take an offer. */
    public void declined(UUID partnerId, LocalDate today) {
        release(List.of(partnerId));
        records.count(TrackRecords.Happening.DECLINED, List.of(partnerId), today);
    }

    /** The partners did not answer offers in time; one entry for each offer. */
    public void timedOut(Collection<UUID> partnerIds, LocalDate today) {
        release(partnerIds);
        records.count(TrackRecords.Happening.TIMED_OUT, partnerIds, today);
    }

    /**
     * A deal of the partner was closed.
     *
     * @param ofLead whether a lead of the partner ends with it
     */
    public void closed(UUID partnerId, boolean won, boolean ofLead, LocalDate today) {
        if (ofLead) {
            release(List.of(partnerId));
        }
        records.count(won ? TrackRecords.Happening.WON : TrackRecords.Happening.LOST, List.of(partnerId), today);
    }

    /** The leads are no longer open at these partners; one entry for each lead. */
    public void release(Collection<UUID> partnerIds) {
        database.query(
                "select 1 from partner_turn where partner_id = any(?) order by partner_id for update",
                row -> 1,
                Database.array("uuid", partnerIds));
        database.update("""
                update partner_turn t set open_leads = greatest(0, t.open_leads - n.leads)
                  from (select partner_id, count(*)::int as leads from unnest(?) as r (partner_id) group by 1) n
                 where t.partner_id = n.partner_id""", Database.array("uuid", partnerIds));
    }
}
