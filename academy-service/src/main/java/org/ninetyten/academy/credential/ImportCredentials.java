package org.ninetyten.academy.credential;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.audit.AuditTrail;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;

/**
 * Takes over the credentials of an older programme, many at a time.
 *
 * <p>Three statements for any number of rows: who employs whom, what is new, what was there already.
 */
@ApplicationScoped
public class ImportCredentials {

    private static final String EMPLOYED = """
            select distinct partner_id, staff_id, employed_to is null or employed_to >= ? from employment
            join unnest(?::uuid[], ?::uuid[]) as asked (partner_id, staff_id) using (partner_id, staff_id)
            where employed_from is not null
            """;

    // Ordered, so that two imports of the same rows wait for each other instead of blocking each other for ever.
    private static final String INSERT = """
            insert into credential
                (id, external_id, staff_id, partner_id, competency, level, valid_from, valid_until, granted_at)
            select id, external_id, staff_id, partner_id, competency, level, valid_from, valid_until, ?
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[])
                as item (id, external_id, staff_id, partner_id, competency, level, valid_from, valid_until)
            order by external_id
            on conflict (external_id) do nothing
            returning id
            """;

    private static final String KNOWN = """
            select id, external_id, staff_id, partner_id, competency, level, valid_from, valid_until
            from credential where external_id = any (?)
            """;

    private final AgroalDataSource dataSource;
    private final CredentialEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    ImportCredentials(AgroalDataSource dataSource, CredentialEvents events, AuditTrail audit, Clock clock) {
        this.dataSource = dataSource;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A credential as the older programme knows it. */
    public record Item(
            String externalId,
            UUID staffId,
            UUID partnerId,
            Competency competency,
            Level level,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** What became of an item. */
    public enum Outcome {
        CREATED,
        UNCHANGED,
        REJECTED
    }

    /** Why an item is rejected. */
    public enum Reason {
        /** The partner is not known to employ the person; the news of it may still be on its way, so ask again. */
        STAFF_UNKNOWN,
        /** The person has left the partner, for which the credential would count no more. */
        STAFF_LEFT,
        ENDS_BEFORE_IT_STARTS,
        STARTS_IN_THE_FUTURE,
        /** There is another credential with this external id. */
        EXTERNAL_ID_TAKEN
    }

    /** The result for one item, in the order of the items. */
    public record Result(
            String externalId,
            Outcome outcome,
            @Nullable UUID credentialId,
            @Nullable Reason reason) {}

    @Transactional
    public List<Result> handle(List<Item> items, String who) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            List<Result> results = take(connection, items, now);
            audit.append(new AuditTrail.Change(
                    who, "import-credentials", "credential", "many", null, counts(results), null));
            return results;
        } catch (SQLException e) {
            throw new IllegalStateException("The credentials cannot be stored.", e);
        }
    }

    private List<Result> take(Connection connection, List<Item> items, Instant now) throws SQLException {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Map<List<UUID>, Boolean> employed = employed(connection, items, today);
        Map<String, Item> firsts = new LinkedHashMap<>();
        Map<Item, Reason> rejected = new HashMap<>();
        for (Item item : items) {
            Reason reason = fault(item, employed, today);
            if (reason != null) {
                rejected.put(item, reason);
            } else {
                firsts.putIfAbsent(item.externalId(), item);
            }
        }
        Map<UUID, Item> proposed = new LinkedHashMap<>();
        firsts.values().forEach(item -> proposed.put(UuidCreator.getTimeOrderedEpoch(), item));
        Set<UUID> created = insert(connection, proposed, now);
        announce(proposed, created, now);
        Map<String, Stored> stored = stored(connection, firsts.keySet());

        List<Result> results = new ArrayList<>(items.size());
        Set<UUID> reported = new HashSet<>();
        for (Item item : items) {
            Reason reason = rejected.get(item);
            Stored known = stored.get(item.externalId());
            if (reason != null || known == null) {
                results.add(new Result(item.externalId(), Outcome.REJECTED, null, reason));
            } else if (!known.item().equals(item)) {
                results.add(new Result(item.externalId(), Outcome.REJECTED, null, Reason.EXTERNAL_ID_TAKEN));
            } else {
                boolean isNew = created.contains(known.id()) && reported.add(known.id());
                results.add(
                        new Result(item.externalId(), isNew ? Outcome.CREATED : Outcome.UNCHANGED, known.id(), null));
            }
        }
        return results;
    }

    private static @Nullable Reason fault(Item item, Map<List<UUID>, Boolean> employed, LocalDate today) {
        Boolean stillEmployed = employed.get(List.of(item.partnerId(), item.staffId()));
        if (stillEmployed == null) {
            return Reason.STAFF_UNKNOWN;
        }
        if (!stillEmployed) {
            return Reason.STAFF_LEFT;
        }
        if (item.validUntil() != null && item.validUntil().isBefore(item.validFrom())) {
            return Reason.ENDS_BEFORE_IT_STARTS;
        }
        return item.validFrom().isAfter(today) ? Reason.STARTS_IN_THE_FUTURE : null;
    }

    /** Whom the partners have employed as far as is known, and whether they still do. */
    private static Map<List<UUID>, Boolean> employed(Connection connection, List<Item> items, LocalDate today)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EMPLOYED)) {
            select.setObject(1, today);
            select.setArray(2, array(connection, "uuid", items, Item::partnerId));
            select.setArray(3, array(connection, "uuid", items, Item::staffId));
            Map<List<UUID>, Boolean> employed = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    employed.put(
                            List.of(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)), rows.getBoolean(3));
                }
            }
            return employed;
        }
    }

    private static Set<UUID> insert(Connection connection, Map<UUID, Item> proposed, Instant now) throws SQLException {
        List<Item> items = List.copyOf(proposed.values());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setArray(
                    2, connection.createArrayOf("uuid", proposed.keySet().toArray()));
            insert.setArray(3, array(connection, "text", items, Item::externalId));
            insert.setArray(4, array(connection, "uuid", items, Item::staffId));
            insert.setArray(5, array(connection, "uuid", items, Item::partnerId));
            insert.setArray(6, array(connection, "text", items, Item::competency));
            insert.setArray(7, array(connection, "text", items, Item::level));
            insert.setArray(8, array(connection, "text", items, Item::validFrom));
            insert.setArray(9, array(connection, "text", items, Item::validUntil));
            Set<UUID> created = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    created.add(rows.getObject(1, UUID.class));
                }
            }
            return created;
        }
    }

    private void announce(Map<UUID, Item> proposed, Set<UUID> created, Instant now) {
        List<CredentialEvent> news = new ArrayList<>();
        proposed.forEach((id, item) -> {
            if (created.contains(id)) {
                news.add(new CredentialEvent.Granted(
                        id,
                        item.staffId(),
                        item.partnerId(),
                        item.competency(),
                        item.level(),
                        item.validFrom(),
                        item.validUntil(),
                        now));
            }
        });
        events.publishAll(news);
    }

    private record Stored(UUID id, Item item) {}

    private static Map<String, Stored> stored(Connection connection, Set<String> externalIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("text", externalIds.toArray()));
            Map<String, Stored> stored = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Item item = new Item(
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class),
                            Competency.valueOf(row.getString(5)),
                            Level.valueOf(row.getString(6)),
                            row.getObject(7, LocalDate.class),
                            row.getObject(8, LocalDate.class));
                    stored.put(item.externalId(), new Stored(row.getObject(1, UUID.class), item));
                }
            }
            return stored;
        }
    }

    /** Values that the driver has no array type for travel as text; the statement casts them. */
    private static Array array(
            Connection connection, String type, List<Item> items, Function<Item, @Nullable Object> value)
            throws SQLException {
        Object[] values = items.stream()
                .map(value)
                .map(each -> "text".equals(type) ? Objects.toString(each, null) : each)
                .toArray();
        return connection.createArrayOf(type, values);
    }

    private static String counts(List<Result> results) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return counts.toString();
    }
}
