package org.ninetyten.billing;

import static io.restassured.RestAssured.given;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

/** What the tests say to the service, and what they ask it, as others do: by Kafka and HTTP. */
public final class Billing {

    public static final String DEAL_CLOSED = "org.ninetyten.leadrouting.deal.closed.v1";
    public static final String DEAL_REFUNDED = "org.ninetyten.leadrouting.deal.refunded.v1";

    private Billing() {}

    public static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A day of which an accrual is held still. */
    public static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(50));
    }

    public static ValidatableResponse get(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).get(path, parameters).then();
    }

    public static ValidatableResponse asFinance(String path, Object... parameters) {
        return get(Tokens.vendor("finance"), path, parameters);
    }

    /** Waits for the split of a deal. */
    public static ValidatableResponse awaitSplit(UUID dealId) {
        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", dealId).extract().statusCode() == 200);
        return asFinance("/v1/deals/{id}/split", dealId);
    }

    /** A line as it stands in the event. */
    public record Line(
            UUID lineId,
            String incomePoint,
            int quantity,
            long unitPriceMinor,
            long netMinor,
            long taxMinor,
            String performer,
            String billedBy) {}

    public static Line line(String incomePoint, long netMinor, String performer, String billedBy) {
        return new Line(id(), incomePoint, 1, netMinor, netMinor, netMinor / 5, performer, billedBy);
    }

    public static Line licence(long netMinor) {
        return line("LICENCE", netMinor, "VENDOR", "VENDOR");
    }

    public static Line implementation(long netMinor) {
        return line("IMPLEMENTATION", netMinor, "PARTNER", "PARTNER");
    }

    /** A won deal as lead-routing publishes it. */
    public static Map<String, Object> wonDeal(UUID dealId, UUID partnerId, String closedOn, Line... lines) {
        Map<String, Object> deal = new LinkedHashMap<>();
        deal.put("dealId", dealId);
        deal.put("leadId", id());
        deal.put("partnerId", partnerId);
        deal.put("customerId", id());
        deal.put("product", "Portal");
        deal.put("outcome", "WON");
        deal.put("currency", "EUR");
        deal.put("closedOn", closedOn);
        deal.put("occurredAt", "2026-11-23T10:00:00Z");
        deal.put("lines", List.of(lines));
        long licence = sum(lines, true);
        long services = sum(lines, false);
        deal.put("licenceMinor", licence);
        deal.put("servicesMinor", services);
        deal.put("totalMinor", licence + services);
        return deal;
    }

    private static long sum(Line[] lines, boolean licence) {
        return Arrays.stream(lines)
                .filter(line -> line.incomePoint().equals("LICENCE") == licence)
                .mapToLong(Line::netMinor)
                .sum();
    }

    public static UUID close(Map<String, Object> deal) {
        return close(deal, (UUID) deal.get("dealId"));
    }

    /** Closes a deal under another deal's key, so that it is read after that one. */
    public static UUID close(Map<String, Object> deal, UUID key) {
        return KafkaProbe.send("leadrouting.deal", key.toString(), DEAL_CLOSED, deal);
    }

    /** Gives back a part of a line and returns the id of the refund. */
    public static UUID refund(UUID dealId, UUID partnerId, String refundedOn, Line line, long netMinor) {
        Map<String, Object> refund = refunded(dealId, partnerId, refundedOn, line, netMinor);
        KafkaProbe.send("leadrouting.deal", dealId.toString(), DEAL_REFUNDED, refund);
        return (UUID) refund.get("refundId");
    }

    /** A part of a line given back, as lead-routing publishes it. */
    public static Map<String, Object> refunded(
            UUID dealId, UUID partnerId, String refundedOn, Line line, long netMinor) {
        Map<String, Object> refund = new LinkedHashMap<>();
        refund.put("dealId", dealId);
        refund.put("refundId", id());
        refund.put("partnerId", partnerId);
        refund.put("customerId", id());
        refund.put("currency", "EUR");
        refund.put("refundedOn", refundedOn);
        refund.put("reason", "GOODWILL");
        refund.put(
                "lines",
                List.of(Map.of(
                        "lineId",
                        line.lineId(),
                        "incomePoint",
                        line.incomePoint(),
                        "netMinor",
                        netMinor,
                        "taxMinor",
                        0)));
        refund.put("refundedMinor", netMinor);
        refund.put("refundedTotalMinor", netMinor);
        refund.put("totalMinor", line.netMinor());
        refund.put("whole", netMinor == line.netMinor());
        refund.put("occurredAt", "2026-12-14T10:15:00Z");
        return refund;
    }

    /** Closes a further deal with the same key and waits for its split: all before it has been read then. */
    public static void awaitAllBefore(UUID key) {
        UUID last = id();
        close(wonDeal(last, id(), "2026-11-23", licence(100)), key);
        awaitSplit(last);
    }

    public static void changeTier(UUID partnerId, long version, String tier, String effectiveFrom) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("partnerId", partnerId);
        change.put("version", version);
        change.put("newTier", tier);
        change.put("effectiveFrom", effectiveFrom);
        change.put("ruleSetVersion", 1);
        change.put("reasons", List.of("a test says so"));
        change.put("occurredAt", "2026-11-23T10:00:00Z");
        KafkaProbe.send(
                "partner.partner", partnerId.toString(), "org.ninetyten.partner.partner.tierchanged.v1", change);
    }
}
