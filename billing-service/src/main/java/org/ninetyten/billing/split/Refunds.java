package org.ninetyten.billing.split;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** All refunds, booked and not. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Refunds {

    private final Database database;

    Refunds(Database database) {
        this.database = database;
    }

    /** A refund that is in the books, and when it was put there. */
    record Booking(UUID refundId, @Nullable UUID journalEntryId, Instant postedAt) {}

    /** Keeps refunds; returns the ids of those that were not known. */
    Set<UUID> add(List<Refund> refunds, Instant receivedAt) {
        Set<UUID> added = new HashSet<>(database.query(
                """
                insert into refund (id, deal_id, partner_id, currency, refunded_on, reason, received_at)
                select id, deal_id, partner_id, currency, refunded_on::date, reason, ?
                from unnest(?, ?, ?, ?, ?, ?) as r (id, deal_id, partner_id, currency, refunded_on, reason)
                on conflict do nothing returning id""",
                row -> row.getObject("id", UUID.class),
                receivedAt,
                refunds.stream().map(Refund::refundId).toArray(UUID[]::new),
                refunds.stream().map(Refund::dealId).toArray(UUID[]::new),
                refunds.stream().map(Refund::partnerId).toArray(UUID[]::new),
                refunds.stream()
                        .map(refund -> refund.currency().getCurrencyCode())
                        .toArray(String[]::new),
                refunds.stream().map(refund -> refund.refundedOn().toString()).toArray(String[]::new),
                refunds.stream().map(Refund::reason).toArray(String[]::new)));
        List<Row> rows = new ArrayList<>();
        Set<UUID> written = new HashSet<>();
        for (Refund refund : refunds) {
            if (added.contains(refund.refundId()) && written.add(refund.refundId())) {
                refund.lines().forEach(line -> rows.add(new Row(refund.refundId(), line)));
            }
        }
        database.update(
                """
                insert into refund_line (refund_id, ordinal, line_id, net_minor, tax_minor)
                select refund_id, row_number() over (partition by refund_id order by n), line_id, net_minor, tax_minor
                from unnest(?, ?, ?, ?) with ordinality as l (refund_id, line_id, net_minor, tax_minor, n)""",
                rows.stream().map(Row::refundId).toArray(UUID[]::new),
                rows.stream().map(row -> row.line().lineId()).toArray(UUID[]::new),
                rows.stream().map(row -> row.line().netMinor()).toArray(Long[]::new),
                rows.stream().map(row -> row.line().taxMinor()).toArray(Long[]::new));
        return added;
    }

    private record Row(UUID refundId, Refund.Line line) {}

    /** The refunds of deals that came before the deals were split, in the order in which they came. */
    List<Refund> waitingFor(Collection<UUID> dealIds) {
        return read("not exists", dealIds);
    }

    /** The refunds of deals that are in the books. */
    List<Refund> bookedOf(Collection<UUID> dealIds) {
        return read("exists", dealIds);
    }

    /** How many refunds are not in the books: their deals have not come, or they do not fit them. */
    long waiting() {
        return database.first(
                        "select count(*) from refund r where not exists (select from refund_booking b where b.refund_id = r.id)",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    void markBooked(List<Booking> bookings) {
        database.update(
                """
                insert into refund_booking (refund_id, journal_entry_id, posted_at)
                select refund_id, journal_entry_id, posted_at::timestamptz
                from unnest(?, ?, ?) as b (refund_id, journal_entry_id, posted_at)""",
                bookings.stream().map(Booking::refundId).toArray(UUID[]::new),
                bookings.stream().map(Booking::journalEntryId).toArray(UUID[]::new),
                bookings.stream().map(booking -> booking.postedAt().toString()).toArray(String[]::new));
    }

    private List<Refund> read(String booked, Collection<UUID> dealIds) {
        Map<UUID, Refund> refunds = new LinkedHashMap<>();
        database.query(
                """
                select r.id, r.deal_id, r.partner_id, r.currency, r.refunded_on, r.reason, l.line_id, l.net_minor, l.tax_minor
                from refund r join refund_line l on l.refund_id = r.id
                where r.deal_id = any(?) and %s (select from refund_booking b where b.refund_id = r.id)
                order by r.received_at, r.id, l.ordinal""".formatted(booked),
                row -> {
                    Refund one = new Refund(
                            row.getObject("id", UUID.class),
                            row.getObject("deal_id", UUID.class),
                            row.getObject("partner_id", UUID.class),
                            Currency.getInstance(row.getString("currency")),
                            row.getObject("refunded_on", LocalDate.class),
                            row.getString("reason"),
                            List.of(new Refund.Line(
                                    row.getObject("line_id", UUID.class),
                                    row.getLong("net_minor"),
                                    row.getLong("tax_minor"))));
                    return refunds.merge(one.refundId(), one, Refunds::joined);
                },
                (Object) dealIds.toArray(UUID[]::new));
        return List.copyOf(refunds.values());
    }

    private static Refund joined(Refund before, Refund further) {
        List<Refund.Line> lines = new ArrayList<>(before.lines());
        lines.addAll(further.lines());
        return new Refund(
                before.refundId(),
                before.dealId(),
                before.partnerId(),
                before.currency(),
                before.refundedOn(),
                before.reason(),
                lines);
    }
}
