package org.ninetyten.leadrouting.deal;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** All refunds of won deals. They are only added. */
@ApplicationScoped
@Transactional
public class Refunds {

    private final Database database;

    Refunds(Database database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    void add(Refund refund) {
        database.update(
                """
                insert into deal_refund (id, deal_id, refunded_on, reason, note, net_minor, tax_minor, refunded_at,
                    refunded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                refund.id(),
                refund.dealId(),
                refund.refundedOn(),
                refund.reason(),
                refund.note(),
                refund.netMinor(),
                refund.taxMinor(),
                refund.refundedAt(),
                refund.refundedBy());
        database.update(
                """
                insert into deal_refund_line (refund_id, line_id, income_point, net_minor, tax_minor)
                select ?, n.line_id, n.income_point, n.net_minor, n.tax_minor
                  from unnest(?, ?, ?, ?) as n (line_id, income_point, net_minor, tax_minor)""",
                refund.id(),
                Database.array("uuid", refund.lines(), Refund.Line::lineId),
                Database.array("text", refund.lines(), Refund.Line::incomePoint),
                Database.array("bigint", refund.lines(), Refund.Line::netMinor),
                Database.array("bigint", refund.lines(), Refund.Line::taxMinor));
    }

    /** The refunds of a deal, oldest first; there are few. */
    public List<Refund> of(UUID dealId) {
        Map<UUID, List<Refund.Line>> lines = new HashMap<>();
        database.query(
                """
                select l.* from deal_refund_line l join deal_refund r on r.id = l.refund_id
                 where r.deal_id = ? order by l.refund_id, l.line_id""",
                row -> lines.computeIfAbsent(Database.id(row, "refund_id"), id -> new ArrayList<>())
                        .add(new Refund.Line(
                                Database.id(row, "line_id"),
                                IncomePoint.valueOf(row.getString("income_point")),
                                row.getLong("net_minor"),
                                row.getLong("tax_minor"))),
                dealId);
        return database.query(
                "select * from deal_refund where deal_id = ? order by id",
                row -> new Refund(
                        Database.id(row, "id"),
                        Database.id(row, "deal_id"),
                        Objects.requireNonNull(Database.date(row, "refunded_on")),
                        RefundReason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        lines.getOrDefault(Database.id(row, "id"), List.of()),
                        row.getLong("net_minor"),
                        row.getLong("tax_minor"),
                        Objects.requireNonNull(Database.instant(row, "refunded_at")),
                        row.getString("refunded_by")),
                dealId);
    }
}
