package org.ninetyten.leadrouting.desk;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/**
 * What waits and what is late, the longest first: one statement. Each kind comes from a partial index that holds only
 * what waits, so it is as quick with a million leads as with none.
 */
@ApplicationScoped
public class DeskView {

    private static final After BEGINNING = new After(Instant.EPOCH, new UUID(0, 0), DeskItemKind.AT_DESK);

    private static final Comparator<Item> IN_ORDER = Comparator.comparing(Item::since)
            .thenComparing(Item::leadId)
            .thenComparing(item -> item.kind().name());

    private final Database database;
    private final Clock clock;

    DeskView(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A lead that needs a look.
     *
     * @param since since when it waits; for an offer, when it expires
     * @param reason why it is at the desk or in review, how far the partner was told, or nothing
     */
    public record Item(
            DeskItemKind kind,
            UUID leadId,
            @Nullable UUID partnerId,
            Instant since,
            @Nullable String reason,
            String product,
            String source,
            @Nullable String country,
            @Nullable String company) {}

    /** The last item of the page before; a lead may be there for two reasons. */
    public record After(Instant since, UUID leadId, DeskItemKind kind) {}

    /**
     * What is asked for.
     *
     * @param kind nothing for all kinds
     * @param expiringWithin offers that expire within this time
     * @param routingOver leads that have been waiting for a partner for longer than this
     */
    public record Question(
            @Nullable DeskItemKind kind,
            Duration expiringWithin,
            Duration routingOver,
            @Nullable After after,
            int limit) {}

    /** One page of items, and how many there are of each kind in all. */
    public record Page(List<Item> items, Map<DeskItemKind, Long> counts) {}

    /** The leads of one kind, and what its conditions compare with. */
    private record Part(String sql, List<Object> values) {}

    @Transactional
    public Page look(Question question) {
        Map<DeskItemKind, Part> parts = parts(question, clock.instant());
        After after = question.after() == null ? BEGINNING : question.after();
        List<String> counts = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        parts.forEach((kind, part) -> {
            counts.add("select '" + kind + "' as kind, (select count(*) from (" + part.sql() + ") s) as n");
            values.addAll(part.values());
        });
        parts.forEach((kind, part) -> {
            if (question.kind() == null || question.kind() == kind) {
                // The condition comes before the limit of each kind, so that its index is read no further than needed.
                String name = "'" + kind + "' collate \"C\"";
                pages.add("(select " + name + " as kind, s.* from (" + part.sql() + ") s where (s.since, s.lead_id, "
                        + name + ") > (?, ?, ?) order by s.since, s.lead_id limit ?)");
                values.addAll(part.values());
                values.add(after.since());
                values.add(after.leadId());
                values.add(after.kind().name());
                values.add(question.limit());
            }
        });
        values.add(question.limit());
        String sql = """
                select c.kind as counted, c.n, null as kind, null::uuid as lead_id, null::uuid as partner_id,
                       null::timestamptz as since, null as reason, null as product, null as source, null as country,
                       null as company
                  from (%s) c
                union all
                (select null, null, i.kind, i.lead_id, i.partner_id, i.since, i.reason, l.product, l.source, l.country,
                        l.company
                   from (%s) i join lead l on l.id = i.lead_id
                  order by i.since, i.lead_id, i.kind limit ?)""".formatted(String.join(" union all ", counts), String.join(" union all ", pages));

        List<Item> items = new ArrayList<>();
        Map<DeskItemKind, Long> counted = new EnumMap<>(DeskItemKind.class);
        database.query(
                sql,
                row -> {
                    String kind = row.getString("counted");
                    return kind == null
                            ? items.add(item(row))
                            : counted.put(DeskItemKind.valueOf(kind), row.getLong("n")) == null;
                },
                values.toArray());
        // What stands below a "union all" has an order only by habit.
        items.sort(IN_ORDER);
        return new Page(items, counted);
    }

    private static Map<DeskItemKind, Part> parts(Question question, Instant now) {
        Map<DeskItemKind, Part> parts = new EnumMap<>(DeskItemKind.class);
        parts.put(DeskItemKind.AT_DESK, new Part(leads("DESK", "desk_reason"), List.of()));
        parts.put(
                DeskItemKind.IN_REVIEW, new Part(leads("REVIEW", "array_to_string(review_reasons, ', ')"), List.of()));
        parts.put(
                DeskItemKind.ROUTING_LONG,
                new Part(
                        leads("ROUTING", "null::text") + " and changed_at <= ?",
                        List.of(now.minus(question.routingOver()))));
        parts.put(DeskItemKind.OFFER_EXPIRING, new Part("""
                        select lead_id, partner_id, expires_at as since, null::text as reason
                          from offer where state = 'PENDING' and expires_at <= ?""", List.of(now.plus(question.expiringWithin()))));
        parts.put(DeskItemKind.CONTACT_OVERDUE, new Part("""
                select lead_id, partner_id, contact_by as since, null::text as reason
                  from lead_work where contacted_at is null and ended_at is null and contact_by <= ?""", List.of(now)));
        parts.put(DeskItemKind.NO_NEWS, new Part("""
                select lead_id, partner_id, last_news_at as since,
                       case when stalled_at >= last_news_at then 'STALLED'
                            when warned_at >= last_news_at then 'WARNED' else 'NUDGED' end as reason
                  from lead_work where ended_at is null and nudged_at >= last_news_at""", List.of()));
        return parts;
    }

    private static String leads(String status, String reason) {
        return "select id as lead_id, partner_id, changed_at as since, " + reason
                + " as reason from lead where status = '" + status + "'";
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                DeskItemKind.valueOf(row.getString("kind")),
                Database.id(row, "lead_id"),
                Database.uuid(row, "partner_id"),
                requireNonNull(Database.instant(row, "since")),
                row.getString("reason"),
                row.getString("product"),
                row.getString("source"),
                row.getString("country"),
                row.getString("company"));
    }
}
