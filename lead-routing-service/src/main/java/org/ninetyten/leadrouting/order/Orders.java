package org.ninetyten.leadrouting.order;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Conditions;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.messaging.http.ProblemException;

/** All orders from the website. */
@ApplicationScoped
@Transactional
public class Orders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<WriteEstimate.Line>> LINES = new TypeReference<>() {};

    private final Database database;

    Orders(Database database) {
        this.database = database;
    }

    /**
     * What a list is narrowed to.
     *
     * @param after the id of the last one on the page before
     */
    public record Filter(
            @Nullable FollowUp followUp,
            @Nullable UUID partnerId,
            @Nullable String externalId,
            @Nullable UUID after) {}

    @Transactional(MANDATORY)
    void add(WebOrder order) {
        database.update(
                """
                insert into web_order (id, external_id, lead_id, customer_id, product, currency, lines, licence_only,
                    placed_at, follow_up, version)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 0)""",
                order.id(),
                order.externalId(),
                order.leadId(),
                order.customerId(),
                order.product(),
                order.currency(),
                write(order.lines()),
                order.licenceOnly(),
                order.placedAt(),
                order.followUp());
    }

    public Optional<WebOrder> byExternalId(String externalId) {
        return database.first("select * from web_order where external_id = ?", Orders::order, externalId);
    }

    public WebOrder require(UUID id) {
        return database.first("select * from web_order where id = ?", Orders::order, id)
                .orElseThrow(() -> ProblemException.notFound("order", id));
    }

    @Transactional(MANDATORY)
    WebOrder lock(UUID id) {
        return database.first("select * from web_order where id = ? for update", Orders::order, id)
                .orElseThrow(() -> ProblemException.notFound("order", id));
    }

    @Transactional(MANDATORY)
    Optional<WebOrder> lockOfLead(UUID leadId) {
        return database.first("select * from web_order where lead_id = ? for update", Orders::order, leadId);
    }

    @Transactional(MANDATORY)
    void carriedOut(UUID id, UUID partnerId, UUID dealId) {
        database.update(
                "update web_order set partner_id = ?, deal_id = ?, version = version + 1 where id = ?",
                partnerId,
                dealId,
                id);
    }

    @Transactional(MANDATORY)
    WebOrder followedUp(UUID id, FollowUpOutcome outcome, @Nullable String note, String by, Instant now) {
        return database.first("""
                        update web_order set follow_up = 'DONE', follow_up_outcome = ?, follow_up_note = ?,
                            followed_up_by = ?, followed_up_at = ?, version = version + 1
                         where id = ? returning *""", Orders::order, outcome, note, by, now, id).orElseThrow();
    }

    /** Orders, oldest first: who waits longest is called next. */
    public List<WebOrder> list(Filter filter, int limit) {
        Conditions conditions = new Conditions()
                // Not a parameter: the index holds only those that are open.
                .when(filter.followUp() == FollowUp.OPEN, "follow_up = 'OPEN'")
                .and("follow_up = ?", filter.followUp() == FollowUp.OPEN ? null : filter.followUp())
                .and("partner_id = ?", filter.partnerId())
                .and("external_id = ?", filter.externalId())
                .and("id > ?", filter.after());
        return database.query(
                "select * from web_order where " + conditions.sql() + " order by id limit ?",
                Orders::order,
                conditions.with(limit));
    }

    private static WebOrder order(ResultSet row) throws SQLException {
        String outcome = row.getString("follow_up_outcome");
        return new WebOrder(
                Database.id(row, "id"),
                row.getString("external_id"),
                Database.id(row, "lead_id"),
                Database.id(row, "customer_id"),
                row.getString("product"),
                row.getString("currency"),
                read(row.getString("lines")),
                row.getBoolean("licence_only"),
                Database.uuid(row, "partner_id"),
                Database.uuid(row, "deal_id"),
                Objects.requireNonNull(Database.instant(row, "placed_at")),
                FollowUp.valueOf(row.getString("follow_up")),
                outcome == null ? null : FollowUpOutcome.valueOf(outcome),
                row.getString("follow_up_note"),
                Database.instant(row, "followed_up_at"),
                row.getString("followed_up_by"),
                row.getLong("version"));
    }

    private static String write(List<WriteEstimate.Line> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<WriteEstimate.Line> read(String json) {
        try {
            return JSON.readValue(json, LINES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be read", e);
        }
    }
}
