package org.ninetyten.partner.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.IncomePoint;

/**
 * The public directory: active partners, the highest tier first, inside a tier in an order that changes every day.
 *
 * <p>The order is a hash of the partner's id seeded with the day, so every partner of a tier comes first on as many days
 * as any other. A page's cursor holds the seed: who turns pages over midnight sees nobody twice.
 */
@ApplicationScoped
public class DirectoryQueries {

    /** What a visitor looks for; null means anything. */
    public record Filter(
            @Nullable String country,
            @Nullable String city,
            @Nullable String language,
            @Nullable IncomePoint service,
            @Nullable Tier tier) {}

    /** Where a page ends. */
    public record Position(long seed, Tier tier, long turn, UUID partnerId) {}

    /** An entry and its place in the order. */
    public record Placed(DirectoryEntry entry, Position position) {}

    private static final List<Tier> HIGHEST_FIRST =
            Arrays.stream(Tier.values()).sorted(Comparator.reverseOrder()).toList();

    private final EntityManager entities;

    DirectoryQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A part of the directory.
     *
     * @param after where the page before ended; null for the first one
     * @param todaysSeed orders a listing that begins today
     */
    @Transactional
    public List<Placed> find(Filter filter, @Nullable Position after, long todaysSeed, int limit) {
        long seed = after == null ? todaysSeed : after.seed();
        List<Placed> found = new ArrayList<>(limit);
        // Tier by tier: a page rarely needs more than one, and each is a range of an index.
        for (Tier tier : HIGHEST_FIRST) {
            boolean passed = after != null && tier.isAbove(after.tier());
            boolean wanted = filter.tier() == null || filter.tier() == tier;
            if (wanted && !passed && found.size() < limit) {
                Position from = after != null && after.tier() == tier ? after : null;
                found.addAll(findInTier(filter, tier, from, seed, limit - found.size()));
            }
        }
        return found;
    }

    private List<Placed> findInTier(Filter filter, Tier tier, @Nullable Position after, long seed, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        // The order needs the ids only. The wide rows are read for the page, not for the whole tier.
        String sql = "select p.id, p.legal_name, p.country, p.languages, p.services, t.turn,"
                + " array(select city ->> 'name' from jsonb_array_elements(p.cities) city) as cities"
                + " from (select id, uuid_hash_extended(id, :seed) as turn from partner where " + where(filter, values)
                + ") t join partner p on p.id = t.id"
                + (after == null ? "" : " where (t.turn, t.id) > (:turn, :after)")
                + " order by t.turn, t.id limit :limit";
        Query query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("seed", seed)
                .setParameter("tier", tier.name())
                .setParameter("limit", limit);
        if (after != null) {
            query.setParameter("turn", after.turn()).setParameter("after", after.partnerId());
        }
        values.forEach(query::setParameter);
        List<Placed> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(placed((Tuple) row, tier, seed));
        }
        return found;
    }

    private static String where(Filter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("status = 'ACTIVE' and tier = :tier");
        if (filter.country() != null) {
            where.append(" and country = :country");
            values.put("country", filter.country());
        }
        if (filter.city() != null) {
            where.append(" and city_names @> array[cast(:city as text)]");
            values.put("city", Partner.cityKey(filter.city()));
        }
        if (filter.language() != null) {
            where.append(" and languages @> array[cast(:language as text)]");
            values.put("language", filter.language());
        }
        if (filter.service() != null) {
            where.append(" and services @> array[cast(:service as text)]");
            values.put("service", filter.service().name());
        }
        return where.toString();
    }

    private static Placed placed(Tuple row, Tier tier, long seed) {
        UUID id = row.get("id", UUID.class);
        DirectoryEntry entry = new DirectoryEntry(
                id,
                row.get("legal_name", String.class),
                row.get("country", String.class),
                List.of(row.get("cities", String[].class)),
                List.of(row.get("languages", String[].class)),
                List.of(row.get("services", String[].class)),
                tier.name());
        return new Placed(entry, new Position(seed, tier, row.get("turn", Long.class), id));
    }
}
