package org.ninetyten.partner.tier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.vocabulary.Region;

/** The stored versions of the tier rules. */
@ApplicationScoped
public class TierRuleSets {

    private final EntityManager entities;
    // A version never changes once it is stored, so it may be kept for the life of the process.
    private final Map<Integer, TierRuleSet> known = new ConcurrentHashMap<>();

    TierRuleSets(EntityManager entities) {
        this.entities = entities;
    }

    /** The rules that decide on the day. */
    @Transactional
    public TierRuleSet validOn(LocalDate day) {
        Integer version = (Integer) entities.createNativeQuery(
                        "select version from tier_rule_set where valid_from <= ?1 order by valid_from desc, version desc limit 1")
                .setParameter(1, day)
                .getSingleResult();
        return known.computeIfAbsent(version, this::load);
    }

    private TierRuleSet load(int version) {
        Tuple row = (Tuple) entities.createNativeQuery("select * from tier_rule_set where version = ?1", Tuple.class)
                .setParameter(1, version)
                .getSingleResult();
        return new TierRuleSet(
                version,
                row.get("valid_from", LocalDate.class),
                row.get("no_axis_at_zero", Boolean.class),
                row.get("retention_window_days", Integer.class),
                new PointRates(
                        row.get("revenue_unit", Integer.class),
                        row.get("points_sourced", Integer.class),
                        row.get("points_assisted", Integer.class),
                        row.get("points_managed", Integer.class),
                        row.get("growth_factor", Integer.class),
                        growthRegions(version)),
                thresholds(version));
    }

    private Set<Region> growthRegions(int version) {
        return rows("select region from tier_growth_region where rule_set_version = ?1", version).stream()
                .map(row -> Region.valueOf(row.get("region", String.class)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<TierThreshold> thresholds(int version) {
        return rows("select * from tier_threshold where rule_set_version = ?1", version).stream()
                .map(row -> new TierThreshold(
                        Tier.valueOf(row.get("tier", String.class)),
                        row.get("points", Integer.class),
                        row.get("certified_people", Integer.class),
                        retention(row)))
                .toList();
    }

    private static @Nullable Integer retention(Tuple row) {
        return row.get("retention_percent", Integer.class);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, int version) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter(1, version)
                .getResultList();
    }
}
