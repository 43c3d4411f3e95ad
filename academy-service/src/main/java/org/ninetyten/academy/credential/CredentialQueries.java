package org.ninetyten.academy.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.messaging.http.ProblemException;

/** Reads credentials. */
@ApplicationScoped
public class CredentialQueries {

    private final Credentials credentials;

    CredentialQueries(Credentials credentials) {
        this.credentials = credentials;
    }

    /** What a list of credentials is narrowed to; null narrows nothing. */
    public record Filter(
            @Nullable UUID partnerId,
            @Nullable UUID staffId,
            @Nullable Competency competency,
            @Nullable String externalId) {}

    public Credential get(UUID id) {
        return credentials.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("credential", id));
    }

    /** Credentials in the order of their ids, one more than the limit when there are more. */
    public List<Credential> list(Filter filter, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        narrow(conditions, values, "partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(conditions, values, "staffId = :staffId", "staffId", filter.staffId());
        narrow(conditions, values, "competency = :competency", "competency", filter.competency());
        narrow(conditions, values, "externalId = :externalId", "externalId", filter.externalId());
        narrow(conditions, values, "id > :after", "after", after);
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return credentials.find(where + "order by id", values).range(0, limit).list();
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
