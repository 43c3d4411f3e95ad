package org.ninetyten.events.marketingevent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.messaging.http.ProblemException;

/** The events. */
@ApplicationScoped
public class MarketingEvents implements PanacheRepositoryBase<MarketingEvent, UUID> {

    private final EntityManager entities;

    @Inject
    MarketingEvents(EntityManager entities) {
        this.entities = entities;
    }

    /** An event that exists. */
    public MarketingEvent get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("event", id));
    }

    /** An event, locked until the transaction ends, so that counts of its visitors and its money hold still. */
    public MarketingEvent lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("event", id));
    }

    /** Refuses an event on a topic that is on in the same city less than the given days before or after. */
    public void mustBeApart(String country, String city, String topic, LocalDate day, int days) {
        boolean close = count(
                        "country = ?1 and lower(city) = ?2 and lower(topic) = ?3 and startsAt >= ?4 and startsAt < ?5"
                                + " and status in ?6",
                        country,
                        city.toLowerCase(Locale.ROOT),
                        topic.toLowerCase(Locale.ROOT),
                        day.minusDays(days - 1L).atStartOfDay(),
                        day.plusDays(days).atStartOfDay(),
                        List.of(EventStatus.SCHEDULED, EventStatus.HELD))
                > 0;
        if (close) {
            throw new ProblemException(
                    EventsProblem.TOPIC_TOO_CLOSE,
                    "Events on one topic in one city are at least " + days + " days apart");
        }
    }

    /** Held events that began before a day and still hold money, the oldest first. */
    public List<UUID> heldWithReservation(LocalDateTime before, int limit) {
        return find(
                        "status = ?1 and reservedMinor > 0 and startsAt < ?2 order by startsAt, id",
                        EventStatus.HELD,
                        before)
                .page(0, limit)
                .stream()
                .map(MarketingEvent::id)
                .toList();
    }

    /** Lets only one transaction at a time schedule a topic in a city: a check alone would miss a parallel one. */
    void lockPlaceAndTopic(String country, String city, String topic) {
        String key = String.join("|", country, city, topic).toLowerCase(Locale.ROOT);
        entities.createNativeQuery(
                        "SELECT cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) AS text)", String.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    /** Scheduled events in the order of their start, after the given one. */
    public List<MarketingEvent> scheduled(
            @Nullable String country,
            @Nullable String city,
            @Nullable String topic,
            @Nullable LocalDateTime afterStart,
            @Nullable UUID afterId,
            int limit) {
        StringBuilder where = new StringBuilder("status = :status");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("status", EventStatus.SCHEDULED);
        if (country != null) {
            where.append(" and country = :country");
            parameters.put("country", country);
        }
        if (city != null) {
            where.append(" and lower(city) = :city");
            parameters.put("city", city.toLowerCase(Locale.ROOT));
        }
        if (topic != null) {
            where.append(" and lower(topic) = :topic");
            parameters.put("topic", topic.toLowerCase(Locale.ROOT));
        }
        if (afterStart != null && afterId != null) {
            where.append(" and (startsAt > :start or startsAt = :start and id > :id)");
            parameters.put("start", afterStart);
            parameters.put("id", afterId);
        }
        return find(where + " order by startsAt, id", parameters).page(0, limit).list();
    }
}
