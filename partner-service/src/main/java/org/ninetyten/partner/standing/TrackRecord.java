package org.ninetyten.partner.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.tier.TierInputs;

/** What partners have achieved, as other services report it. Plain SQL: it is counted, not worked with. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TrackRecord {

    private final EntityManager entities;

    TrackRecord(EntityManager entities) {
        this.entities = entities;
    }

    void keep(List<LiveCredential> credentials) {
        entities.createNativeQuery("""
                        insert into credential (id, staff_id, partner_id, competency, level, valid_from, valid_until)
                        select * from unnest(cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as uuid[]), cast(?4 as text[]),
                            cast(?5 as text[]), cast(?6 as date[]), cast(?7 as date[]))
                        on conflict (id) do nothing""")
                .setParameter(1, column(credentials, LiveCredential::credentialId, UUID[]::new))
                .setParameter(2, column(credentials, LiveCredential::staffId, UUID[]::new))
                .setParameter(3, column(credentials, LiveCredential::partnerId, UUID[]::new))
                .setParameter(4, column(credentials, LiveCredential::competency, String[]::new))
                .setParameter(5, column(credentials, LiveCredential::level, String[]::new))
                .setParameter(6, column(credentials, LiveCredential::validFrom, LocalDate[]::new))
                .setParameter(7, column(credentials, LiveCredential::validUntil, LocalDate[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(
            List<LiveCredential> rows, Function<LiveCredential, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Whether the credential was known and not yet revoked. */
    boolean revoke(UUID credentialId) {
        return entities.createNativeQuery("update credential set revoked = true where id = ?1 and not revoked")
                        .setParameter(1, credentialId)
                        .executeUpdate()
                == 1;
    }

    void keep(WonDeal deal, BigDecimal points, int ruleSetVersion) {
        entities.createNativeQuery("""
                        insert into won_deal (id, partner_id, customer_id, closed_on, currency, total_minor, attribution,
                                              points, rule_set_version)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict (id) do nothing""")
                .setParameter(1, deal.dealId())
                .setParameter(2, deal.partnerId())
                .setParameter(3, deal.customerId())
                .setParameter(4, deal.closedOn())
                .setParameter(5, deal.currency().getCurrencyCode())
                .setParameter(6, deal.totalMinor())
                .setParameter(7, deal.attribution().name())
                .setParameter(8, points)
                .setParameter(9, ruleSetVersion)
                .executeUpdate();
    }

    /** Measures one partner on a day. */
    TierInputs measure(UUID partnerId, LocalDate today, int retentionWindowDays) {
        return Objects.requireNonNull(
                measure(Set.of(partnerId), today, retentionWindowDays).get(partnerId));
    }

    /**
     * Measures partners on a day, with one statement for any number.
     *
     * <p>People count where they work, not where their credential was granted. Retention looks at the customers whose
     * first won deal is older than the window: how many of them bought again inside it.
     */
    Map<UUID, TierInputs> measure(Collection<UUID> partnerIds, LocalDate today, int retentionWindowDays) {
        Query query = entities.createNativeQuery("""
                with asked as (
                    select unnest(cast(?1 as uuid[])) as partner_id
                ), customer as (
                    select partner_id, min(closed_on) as first_deal, max(closed_on) as last_deal, sum(points) as points
                    from won_deal
                    where partner_id in (select partner_id from asked)
                    group by partner_id, customer_id
                ), sales as (
                    select partner_id,
                           sum(points) as points,
                           count(*) filter (where first_deal < ?3) as old_customers,
                           count(*) filter (where first_deal < ?3 and last_deal >= ?3) as retained_customers
                    from customer
                    group by partner_id
                ), people as (
                    select s.partner_id, count(distinct s.id) as certified_people
                    from staff_member s
                    join credential c on c.staff_id = s.id
                    where s.partner_id in (select partner_id from asked)
                      and s.employed_from <= ?2 and (s.employed_to is null or s.employed_to >= ?2)
                      and not c.revoked
                      and c.valid_from <= ?2 and (c.valid_until is null or c.valid_until >= ?2)
                    group by s.partner_id
                )
                select partner_id,
                       coalesce(points, 0) as points,
                       coalesce(old_customers, 0) as old_customers,
                       coalesce(retained_customers, 0) as retained_customers,
                       coalesce(certified_people, 0) as certified_people
                from asked left join sales using (partner_id) left join people using (partner_id)
                """, Tuple.class);
        Map<UUID, TierInputs> inputs = new HashMap<>();
        for (Object each : query.setParameter(1, partnerIds.toArray(UUID[]::new))
                .setParameter(2, today)
                .setParameter(3, today.minusDays(retentionWindowDays))
                .getResultList()) {
            Tuple row = (Tuple) each;
            inputs.put(
                    row.get("partner_id", UUID.class),
                    new TierInputs(
                            row.get("points", BigDecimal.class),
                            row.get("certified_people", Number.class).intValue(),
                            percent(
                                    row.get("retained_customers", Number.class).longValue(),
                                    row.get("old_customers", Number.class).longValue())));
        }
        return inputs;
    }

    private static @Nullable Integer percent(long part, long whole) {
        return whole == 0 ? null : Math.toIntExact(part * 100 / whole);
    }
}
