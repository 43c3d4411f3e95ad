package org.ninetyten.partner.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.tier.Tier;

/** Reads partners for those who may see all of them. */
@ApplicationScoped
public class PartnerQueries {

    /** What to look for; null means anything. */
    public record Filter(
            @Nullable String country,
            @Nullable PartnerStatus status,
            @Nullable Tier tier,
            @Nullable String externalId) {}

    private final Partners partners;

    PartnerQueries(Partners partners) {
        this.partners = partners;
    }

    /** The partners after an id, in the order in which they were onboarded. */
    @Transactional
    public List<Partner> find(Filter filter, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        and(where, values, "country", "=", filter.country());
        and(where, values, "status", "=", filter.status());
        and(where, values, "tier", "=", filter.tier());
        and(where, values, "externalId", "=", filter.externalId());
        and(where, values, "id", ">", after);
        return partners.find(where + " order by id", values).range(0, limit - 1).list();
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String field, String operator, @Nullable Object value) {
        if (value != null) {
            where.append(" and ")
                    .append(field)
                    .append(' ')
                    .append(operator)
                    .append(" :")
                    .append(field);
            values.put(field, value);
        }
    }
}
