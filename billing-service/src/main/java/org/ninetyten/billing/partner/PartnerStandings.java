package org.ninetyten.billing.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.billing.database.Database;

/** Where partners stand with the vendor, as partner-service said last. */
@ApplicationScoped
public class PartnerStandings {

    /** Whoever is there has left for good. A suspended partner may come back. */
    private static final String[] LEFT = {"TERMINATED", "LAPSED"};

    private final Database database;
    private final Clock clock;

    PartnerStandings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps what a version of a partner says; an older version than the one that is known changes nothing. */
    @Transactional
    public void keep(UUID partnerId, long version, String status, Instant since) {
        database.update("""
                insert into partner_standing as known (partner_id, version, status, since, received_at)
                values (?, ?, ?, ?, ?)
                on conflict (partner_id) do update set version = excluded.version, status = excluded.status,
                    since = case when known.status = excluded.status then known.since else excluded.since end,
                    received_at = excluded.received_at
                 where known.version < excluded.version""", partnerId, version, status, since, clock.instant());
    }

    /** Those of the partners that have left. */
    @Transactional
    public Set<UUID> leftOf(Collection<UUID> partnerIds) {
        return new HashSet<>(database.query(
                "select partner_id from partner_standing where partner_id = any(?) and status = any(?)",
                row -> row.getObject("partner_id", UUID.class),
                partnerIds.toArray(UUID[]::new),
                LEFT));
    }
}
