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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;

/** The turns of all partners, always locked in the order of their ids so that two instances never wait in a ring. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Turns {

    private static final String TURNS = """
            select partner_id, credit, last_turn_at, open_leads, offers from partner_turn where partner_id = any(?)""";

    private static final String TODAY = """
            select partner_id, offered, accepted, declined, timed_out, won, lost
              from partner_day where day = ? and partner_id = any(?)""";

    private final Database database;
    private final TrackRecords records;
    private final Partners partners;

    Turns(Database database, TrackRecords records, Partners partners) {
        this.database = database;
        this.records = records;
        this.partners = partners;
    }

    /** Locks a partner's turn, waiting for whoever has it, and reads everything anew; empty when there is no such partner. */
    public Optional<Candidate> lock(UUID partnerId, RoutingPolicy policy, LocalDate today) {
        Read read = read(TURNS + " for update", List.of(partnerId), today);
        return Optional.ofNullable(
                candidates(read, profiles(read), new Pasts(), policy, today).get(partnerId));
    }

    /**
     * Locks many partners' turns and reads them anew for the owner of an index, which learns what has changed until they
     * were locked. A partner whose turn another transaction has is left out: waiting for it could end in a deadlock.
     * Profiles hardly ever change, so they are not read again for each lead; what becomes of a partner after its turn was
     * locked comes after the offer.
     */
    public Map<UUID, Candidate> lock(
            Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, PartnerIndex index) {
        Read read = read(TURNS + " order by partner_id for update skip locked", partnerIds, today);
        refresh(index);
        return candidates(read, index::profile, index.pasts(), policy, today);
    }

    /** Tells an index what has changed of the partners since it was told last. */
    public void refresh(PartnerIndex index) {
        Partners.Changes changes = partners.changesSince(index.horizon());
        index.refresh(changes.profiles(), changes.horizon());
    }

    /** The partners as they are at this moment; nothing keeps them so. */
    public Map<UUID, Candidate> look(Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today) {
        Read read = read(TURNS, partnerIds, today);
        return candidates(read, profiles(read), new Pasts(), policy, today);
    }

    /** The same for the owner of an index, with what it knows of the partners. */
    public Map<UUID, Candidate> look(
            Collection<UUID> partnerIds, RoutingPolicy policy, LocalDate today, PartnerIndex index) {
        return candidates(read(TURNS, partnerIds, today), index::profile, index.pasts(), policy, today);
    }

    /** Turns, how many offers the partners ever had, and what happened today. */
    private record Read(Map<UUID, Turn> turns, Map<UUID, Integer> offers, Map<UUID, Tally> today) {}

    /**
     * Two queries in one round trip. The second begins when the first has its locks, so it sees what those counted that
     * had the turns before.
     */
    private Read read(String turns, Collection<UUID> partnerIds, LocalDate today) {
        Read read = new Read(new HashMap<>(), new HashMap<>(), new HashMap<>());
        database.queryEach(
                turns + ";" + TODAY,
                List.of(
                        row -> {
                            UUID partnerId = Database.id(row, "partner_id");
                            read.turns.put(partnerId, turn(row));
                            read.offers.put(partnerId, row.getInt("offers"));
                        },
                        row -> read.today.put(Database.id(row, "partner_id"), tally(row))),
                Database.array("uuid", partnerIds),
                today,
                Database.array("uuid", partnerIds));
        return read;
    }

    private Function<UUID, @Nullable PartnerProfile> profiles(Read read) {
        Map<UUID, PartnerProfile> profiles = new HashMap<>();
        partners.profiles(read.turns.keySet()).forEach(profile -> profiles.put(profile.id(), profile));
        return profiles::get;
    }

    private Map<UUID, Candidate> candidates(
            Read read,
            Function<UUID, @Nullable PartnerProfile> profiles,
            Pasts pasts,
            RoutingPolicy policy,
            LocalDate today) {
        Set<UUID> unknown = pasts.unknown(read.turns.keySet(), policy, today);
        if (!unknown.isEmpty()) {
            pasts.learn(records.pasts(unknown, policy, today));
        }
        Map<UUID, Candidate> candidates = new HashMap<>();
        read.turns.forEach((id, turn) -> {
            PartnerProfile partner = profiles.apply(id);
            TrackRecords.Past past = pasts.of(id);
            if (partner != null && past != null) {
                TrackRecord record =
                        past.with(read.today.getOrDefault(id, Tally.NONE), read.offers.getOrDefault(id, 0));
                candidates.put(id, new Candidate(partner, turn, record));
            }
        });
        return candidates;
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(row.getLong("credit"), Database.instant(row, "last_turn_at"), row.getInt("open_leads"));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("offered"),
                row.getInt("accepted"),
                row.getInt("declined"),
                row.getInt("timed_out"),
                row.getInt("won"),
                row.getInt("lost"));
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
