package org.ninetyten.leadrouting.routing;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Partners;

/** The turns of all partners, always locked in the order of their ids so that two instances never wait in a ring. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Turns {

    private final Database database;

    Turns(Database database) {
        this.database = database;
    }

    /**
     * Locks the partners' turns and reads everything anew, so that what is decided now still holds at commit. A partner
     * that is being changed at this moment is left out: waiting for it could end in a deadlock with its change.
     */
    public Map<UUID, Candidate> lock(Collection<UUID> partnerIds) {
        Map<UUID, Candidate> locked = new HashMap<>();
        database.query(
                "select t.credit, t.last_turn_at, t.open_leads, " + Partners.PROFILE + """
                  from partner_turn t join partner p using (partner_id)
                 where t.partner_id = any(?)
                 order by t.partner_id
                   for update of t for share of p skip locked""",
                row -> locked.put(
                        Database.id(row, "partner_id"),
                        new Candidate(
                                Partners.profile(row),
                                new Turn(
                                        row.getLong("credit"),
                                        Database.instant(row, "last_turn_at"),
                                        row.getInt("open_leads")))),
                Database.array("uuid", partnerIds));
        return locked;
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

    /** Writes the turns of partners that this transaction has locked. */
    public void write(Map<UUID, Turn> turns) {
        List<Map.Entry<UUID, Turn>> rows = List.copyOf(turns.entrySet());
        database.update(
                """
                update partner_turn t set credit = n.credit, last_turn_at = n.last_turn_at, open_leads = n.open_leads
                  from unnest(?, ?, ?, ?) as n (partner_id, credit, last_turn_at, open_leads)
                 where t.partner_id = n.partner_id""",
                Database.array("uuid", rows, Map.Entry::getKey),
                Database.array("bigint", rows, row -> row.getValue().credit()),
                Database.array("timestamptz", rows, row -> row.getValue().lastTurnAt()),
                Database.array("integer", rows, row -> row.getValue().openLeads()));
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

    public Map<UUID, Integer> openLeads(Collection<UUID> partnerIds) {
        Map<UUID, Integer> open = new HashMap<>();
        database.query(
                "select partner_id, open_leads from partner_turn where partner_id = any(?)",
                row -> open.put(Database.id(row, "partner_id"), row.getInt("open_leads")),
                Database.array("uuid", partnerIds));
        return open;
    }
}
