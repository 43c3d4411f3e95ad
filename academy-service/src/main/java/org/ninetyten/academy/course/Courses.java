package org.ninetyten.academy.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

@ApplicationScoped
class Courses implements PanacheRepositoryBase<Course, UUID> {

    Course get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("course", id));
    }

    Optional<Course> published(String code, String locale) {
        return find("code = ?1 and locale = ?2 and status = ?3", code, locale, CourseStatus.PUBLISHED)
                .firstResultOptional();
    }

    boolean hasDraft(String code, String locale) {
        return count("code = ?1 and locale = ?2 and status = ?3", code, locale, CourseStatus.DRAFT) > 0;
    }

    int latestVersion(String code, String locale) {
        return find("code = ?1 and locale = ?2 order by version desc", code, locale)
                .firstResultOptional()
                .map(Course::version)
                .orElse(0);
    }

    /** Makes writers of one course take turns, since the rows that they would collide on may not exist yet. */
    void takeTurns(String code, String locale) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:course, 0))")
                .setParameter("course", code + "/" + locale)
                .getSingleResult();
    }
}
