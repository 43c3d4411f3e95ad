package org.ninetyten.academy.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** Reads enrolments. */
@ApplicationScoped
public class EnrolmentQueries {

    private final Enrolments enrolments;

    EnrolmentQueries(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** What a list of enrolments is narrowed to; null narrows nothing. */
    public record Filter(
            @Nullable UUID partnerId,
            @Nullable UUID staffId,
            @Nullable EnrolmentStatus status) {}

    public Enrolment get(UUID id) {
        return enrolments.get(id);
    }

    /** The partner whose person it is. Reads no enrolment, so that a lock taken later sees it fresh. */
    public UUID partnerOf(UUID id) {
        return enrolments
                .getEntityManager()
                .createQuery("select partnerId from Enrolment where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("enrolment", id));
    }

    /** Enrolments in the order of their ids, one more than the limit when there are more. */
    public List<Enrolment> list(Filter filter, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        narrow(conditions, values, "partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(conditions, values, "staffId = :staffId", "staffId", filter.staffId());
        narrow(conditions, values, "status = :status", "status", filter.status());
        narrow(conditions, values, "id > :after", "after", after);
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return enrolments.find(where + "order by id", values).range(0, limit).list();
    }

    private static void narrow(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
