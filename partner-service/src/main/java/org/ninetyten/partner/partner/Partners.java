package org.ninetyten.partner.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ninetyten.messaging.http.ProblemException;

/** All partners. */
@ApplicationScoped
public class Partners implements PanacheRepositoryBase<Partner, UUID> {

    /** The partner, locked until the transaction ends, so that its events go out in the order of its versions. */
    public Optional<Partner> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the partners that are here, locked in the order of their ids, so that nobody waits in a ring. */
    public List<Partner> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The partner, or a refusal. */
    public Partner lockedOrRefuse(UUID id) {
        return locked(id).orElseThrow(() -> ProblemException.notFound("partner", id));
    }

    /** The partner for reading, or a refusal. */
    public Partner existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("partner", id));
    }

    /**
     * Partners with a pause that may have to begin or end by the day, locked; those that somebody else is changing are
     * left for the next time. The day may be off by one for a partner, which knows its own.
     */
    @SuppressWarnings("unchecked")
    List<Partner> lockedToFollowPause(LocalDate day, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from partner
                         where (pause_from is not null or pause_until is not null)
                           and (pause_until <= :day or pause_from <= :day)
                         order by least(pause_from, pause_until), id limit :limit for update skip locked""", Partner.class)
                .setParameter("day", day)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The ids of those partners that have one of the external ids. */
    public Map<String, UUID> idsByExternalId(Collection<String> externalIds) {
        return getEntityManager()
                .createQuery("select p.externalId, p.id from Partner p where p.externalId in ?1", Object[].class)
                .setParameter(1, externalIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** Those of the ids that are partners. */
    public Set<UUID> existingOf(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select p.id from Partner p where p.id in ?1", UUID.class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** One import at a time: two that bring the same partner would else both find it missing. */
    void oneImportAtATime() {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('partner.import', 0))) locked")
                .getSingleResult();
    }
}
