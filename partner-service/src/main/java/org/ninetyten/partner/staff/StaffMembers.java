package org.ninetyten.partner.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** All people who work or worked for partners. */
@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, UUID> {

    StaffMember lockedOf(UUID partnerId, UUID staffId) {
        return of(partnerId, findByIdOptional(staffId, LockModeType.PESSIMISTIC_WRITE), staffId);
    }

    /** The person for reading, or a refusal. */
    public StaffMember existingOf(UUID partnerId, UUID staffId) {
        return of(partnerId, findByIdOptional(staffId), staffId);
    }

    private static StaffMember of(UUID partnerId, Optional<StaffMember> found, UUID staffId) {
        return found.filter(person -> person.partnerId().equals(partnerId))
                .orElseThrow(() -> ProblemException.notFound("staff member", staffId));
    }

    /** The people of a partner after an id, in the order in which they were added. */
    public List<StaffMember> of(UUID partnerId, @Nullable UUID after, int limit) {
        var people = after == null
                ? find("partnerId = ?1 order by id", partnerId)
                : find("partnerId = ?1 and id > ?2 order by id", partnerId, after);
        return people.range(0, limit - 1).list();
    }

    Map<String, UUID> idsByExternalId(Collection<String> externalIds) {
        return getEntityManager()
                .createQuery("select s.externalId, s.id from StaffMember s where s.externalId in ?1", Object[].class)
                .setParameter(1, externalIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    void oneImportAtATime() {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('staff.import', 0))) locked")
                .getSingleResult();
    }
}
