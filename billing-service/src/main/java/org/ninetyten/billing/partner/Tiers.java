package org.ninetyten.billing.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ninetyten.billing.database.Database;

/** The tier histories of all partners. */
@ApplicationScoped
public class Tiers {

    private final Database database;

    Tiers(Database database) {
        this.database = database;
    }

    /**
     * The history as of now, locked until the end of the transaction: a change of this partner's tier waits until what is
     * decided under the history is committed, and then sees it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TierHistory readForMoney(UUID partnerId) {
        // A statement of its own, since a statement doesn't see what is committed while it waits.
        database.first("select pg_advisory_xact_lock_shared(?)", row -> true, lockOf(partnerId));
        return read(partnerId);
    }

    /** Returns false when the change was known. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean add(TierChange change, Instant receivedAt) {
        database.first("select pg_advisory_xact_lock(?)", row -> true, lockOf(change.partnerId()));
        return database.update(
                        """
                        insert into tier_change (partner_id, version, tier, effective_from, rule_set_version, received_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        change.partnerId(),
                        change.version(),
                        change.tier().name(),
                        change.effectiveFrom(),
                        change.ruleSetVersion(),
                        receivedAt)
                == 1;
    }

    TierHistory read(UUID partnerId) {
        return new TierHistory(database.query(
                "select version, tier, effective_from, rule_set_version from tier_change where partner_id = ?",
                row -> new TierChange(
                        partnerId,
                        row.getLong("version"),
                        Tier.valueOf(row.getString("tier")),
                        row.getObject("effective_from", LocalDate.class),
                        row.getInt("rule_set_version")),
                partnerId));
    }

    private static long lockOf(UUID partnerId) {
        return partnerId.getMostSignificantBits() ^ partnerId.getLeastSignificantBits();
    }
}
