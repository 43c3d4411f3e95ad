package org.ninetyten.leadrouting.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.ScrollMode;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;

/** Reads any number of leads through a cursor in the database, with constant memory. */
@ApplicationScoped
public class ExportLeads {

    private static final int AT_A_TIME = 500;

    /** A reader that takes longer is gone or asleep, and must not keep a transaction open for ever. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SessionFactory sessions;

    ExportLeads(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Which leads.
     *
     * @param partnerId the partner that has the lead or is being offered it
     * @param offeredTo a partner that was ever offered the lead
     */
    public record Filter(
            @Nullable LeadStatus status,
            @Nullable UUID partnerId,
            @Nullable String externalId,
            @Nullable UUID offeredTo) {}

    /** Hands over the leads one by one, newest first, as they were at one moment. */
    public void read(Filter filter, Consumer<Lead> reader) {
        StringBuilder where = new StringBuilder("from Lead l where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        narrow(where, values, "l.status = :status", "status", filter.status());
        narrow(where, values, "l.partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(where, values, "l.externalId = :externalId", "externalId", filter.externalId());
        narrow(
                where,
                values,
                "l.id in (select o.leadId from Offer o where o.partnerId = :offeredTo)",
                "offeredTo",
                filter.offeredTo());
        QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .run(() -> {
                    try (var session = sessions.openStatelessSession()) {
                        var query = session.createSelectionQuery(where + " order by l.id desc", Lead.class)
                                .setFetchSize(AT_A_TIME)
                                .setReadOnly(true);
                        values.forEach(query::setParameter);
                        try (var leads = query.scroll(ScrollMode.FORWARD_ONLY)) {
                            while (leads.next()) {
                                reader.accept(leads.get());
                            }
                        }
                    }
                });
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
