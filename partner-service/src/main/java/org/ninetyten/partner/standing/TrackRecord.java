package org.ninetyten.partner.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
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

    void keep(LiveCredential credential) {
        entities.createNativeQuery("""
                        insert into credential (id, staff_id, partner_id, competency, level, valid_from, valid_until)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        on conflict (id) do nothing""")
                .setParameter(1, credential.credentialId())
                .setParameter(2, credential.staffId())
                .setParameter(3, credential.partnerId())
                .setParameter(4, credential.competency())
                .setParameter(5, credential.level())
                .setParameter(6, credential.validFrom())
                .setParameter(7, credential.validUntil())
                .executeUpdate();
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

    /**
     * Measures a partner on a day.
     *
     * <p>People count where they work, not where their credential was granted. Retention looks at the customers whose
     * first won deal is older than the window: how many of them bought again inside it.
     */
    TierInputs measure(UUID partnerId, LocalDate today, int retentionWindowDays) {
        Query query = entities.createNativeQuery("""
                with customer as (
                    select min(closed_on) as first_deal, max(closed_on) as last_deal, sum(points) as points
                    from won_deal
                    where partner_id = ?1
                    group by customer_id
                )
                select coalesce(sum(points), 0) as points,
                       count(*) filter (where first_deal < ?3) as old_customers,
                       count(*) filter (where first_deal < ?3 and last_deal >= ?3) as retained_customers,
                       (select count(distinct s.id)
                        from staff_member s
                        join credential c on c.staff_id = s.id
                        where s.partner_id = ?1
                          and s.employed_from <= ?2 and (s.employed_to is null or s.employed_to >= ?2)
                          and not c.revoked
                          and c.valid_from <= ?2 and (c.valid_until is null or c.valid_until >= ?2)) as certified_people
                from customer
                """, Tuple.class);
        Tuple row = (Tuple) query.setParameter(1, partnerId)
                .setParameter(2, today)
                .setParameter(3, today.minusDays(retentionWindowDays))
                .getSingleResult();
        return new TierInputs(
                row.get("points", BigDecimal.class),
                row.get("certified_people", Number.class).intValue(),
                percent(
                        row.get("retained_customers", Number.class).longValue(),
                        row.get("old_customers", Number.class).longValue()));
    }

    private static @Nullable Integer percent(long part, long whole) {
        return whole == 0 ? null : Math.toIntExact(part * 100 / whole);
    }
}
