package org.ninetyten.billing.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninetyten.billing.database.Database;

/** The tier histories of all partners. */
@ApplicationScoped
public class Tiers {

    private final Database database;

    Tiers(Database database) {
        this.database = database;
    }

    /**
     * The histories as of now, locked until the end of the transaction: a change of one of these partners' tiers waits
     * until what is decided under the history is committed, and then sees it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, TierHistory> readForMoney(Collection<UUID> partnerIds) {
        // In one order always, and a statement of its own, since a statement doesn't see what is committed while it
        // waits.
        database.query("select pg_advisory_xact_lock_shared(lock) from unnest(?) as lock", row -> true, (Object)
                partnerIds.stream().map(Tiers::lockOf).distinct().sorted().toArray(Long[]::new));
        return read(partnerIds);
    }

    /** Waits for all that is decided under these partners' tiers, and keeps others from deciding until the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockForChange(Collection<UUID> partnerIds) {
        database.query("select pg_advisory_xact_lock(lock) from unnest(?) as lock", row -> true, (Object)
                partnerIds.stream().map(Tiers::lockOf).distinct().sorted().toArray(Long[]::new));
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

    /** One history for each of the partners, for those who hold the lock already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, TierHistory> of(Collection<UUID> partnerIds) {
        return read(partnerIds);
    }

    private Map<UUID, TierHistory> read(Collection<UUID> partnerIds) {
        Map<UUID, List<TierChange>> changes = database
                .query(
                        """
                        select partner_id, version, tier, effective_from, rule_set_version from tier_change
                        where partner_id = any(?)""",
                        row -> new TierChange(
                                row.getObject("partner_id", UUID.class),
                                row.getLong("version"),
                                Tier.valueOf(row.getString("tier")),
                                row.getObject("effective_from", LocalDate.class),
                                row.getInt("rule_set_version")),
                        (Object) partnerIds.stream().distinct().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(TierChange::partnerId));
        return partnerIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new TierHistory(changes.getOrDefault(id, List.of()))));
    }

    private static long lockOf(UUID partnerId) {
        return partnerId.getMostSignificantBits() ^ partnerId.getLeastSignificantBits();
    }
}
