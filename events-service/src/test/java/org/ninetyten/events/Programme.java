package org.ninetyten.events;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.ninetyten.events.partner.KeepPartner;
import org.ninetyten.testing.Tokens;

/** Brings a programme to the point where a test begins, over HTTP as its users do. Every test gets a year of its own. */
@ApplicationScoped
public class Programme {

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    public static final String MARKETING = Tokens.vendor("marketing");
    private static final AtomicInteger YEARS = new AtomicInteger(2030);

    private final KeepPartner keepPartner;
    private final Session entities;

    @Inject
    Programme(KeepPartner keepPartner, Session entities) {
        this.keepPartner = keepPartner;
        this.entities = entities;
    }

    public int newYear() {
        return YEARS.incrementAndGet();
    }

    public UUID partner(String status) {
        UUID id = UUID.randomUUID();
        keepPartner.state(id, 1, "Volga Soft", status, "BUSINESS");
        return id;
    }

    public UUID activePartner() {
        return partner("ACTIVE");
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse post(String token, String path) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post(path)
                .then();
    }

    public static ValidatableResponse postInPublic(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    public static UUID id(ValidatableResponse response, String field) {
        return UUID.fromString(response.extract().path(field));
    }

    public UUID budget(int year, long amountMinor) {
        return id(
                post(
                                MARKETING,
                                "/v1/budgets",
                                Map.of("year", year, "region", "CIS", "currency", "EUR", "amountMinor", amountMinor))
                        .statusCode(201),
                "id");
    }

    /** A proposal for the 15th of June; a topic of its own keeps it apart from those of other tests. */
    public static Map<String, Object> proposal(UUID partner, int year) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("partnerId", partner);
        proposal.put("region", "CIS");
        proposal.put("year", year);
        proposal.put("city", "Kazan");
        proposal.put("country", "RU");
        proposal.put("topic", "Topic " + UUID.randomUUID());
        proposal.put("title", "Ninety per cent is yours");
        proposal.put("startsAt", year + "-06-15T10:00:00");
        proposal.put("timeZone", ZONE.getId());
        proposal.put("capacity", 2);
        proposal.put("plan", "Two talks and a workshop");
        proposal.put("costMinor", 400_000);
        proposal.put("currency", "EUR");
        return proposal;
    }

    public static LocalDateTime start(int year) {
        return LocalDate.of(year, 6, 15).atTime(10, 0);
    }

    /** An instant so many hours after the start of the year's event. */
    public static Instant hoursAfterStart(int year, long hours) {
        return start(year).atZone(ZONE).toInstant().plusSeconds(hours * 3600);
    }

    public UUID application(Map<String, Object> proposal) {
        return id(
                post(Tokens.partner((UUID) proposal.get("partnerId")), "/v1/host-applications", proposal)
                        .statusCode(201),
                "id");
    }

    public UUID approvedEvent(UUID application, long approvedMinor) {
        return id(
                post(
                                MARKETING,
                                "/v1/host-applications/" + application + "/approve",
                                Map.of("approvedMinor", approvedMinor))
                        .statusCode(200),
                "eventId");
    }

    public UUID event(UUID partner, int year, long approvedMinor) {
        return approvedEvent(application(proposal(partner, year)), approvedMinor);
    }

    /** An event that was held; the clock then stands three hours after its start. */
    public UUID heldEvent(UUID partner, int year, long approvedMinor) {
        UUID event = event(partner, year, approvedMinor);
        SettableClock.set(hoursAfterStart(year, 3));
        post(MARKETING, "/v1/events/" + event + "/hold").statusCode(200);
        return event;
    }

    public static Map<String, Object> visitor(String email) {
        return Map.of(
                "name",
                "Alina Petrova",
                "email",
                email,
                "country",
                "RU",
                "language",
                "ru",
                "needs",
                List.of("IMPLEMENTATION", "TRAINING"),
                "consent",
                true);
    }

    public static Map<String, Object> line(String invoice, int year, long netMinor) {
        return Map.of(
                "category",
                "VENUE",
                "supplier",
                "Riverside Hall",
                "supplierTaxId",
                "RU1655000000",
                "invoiceNumber",
                invoice,
                "invoiceDate",
                year + "-06-14",
                "netMinor",
                netMinor);
    }

    public static ValidatableResponse putLines(UUID partner, UUID claim, String ifMatch, List<?> lines) {
        return given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(Map.of("lines", lines))
                .put("/v1/claims/" + claim + "/lines")
                .then();
    }

    /** A submitted claim for a held event. */
    public UUID submittedClaim(UUID partner, UUID event, List<?> lines) {
        UUID claim = id(
                post(Tokens.partner(partner), "/v1/claims", Map.of("eventId", event))
                        .statusCode(201),
                "id");
        putLines(partner, claim, "*", lines).statusCode(200);
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/submit").statusCode(200);
        return claim;
    }

    /** What the audit holds of a subject: action, who, why. */
    @Transactional
    public List<String> audit(UUID subject) {
        return entities.createNativeQuery(
                        "select action || ' by ' || who || coalesce(': ' || why, '') from audit_entry"
                                + " where subject_id = :subject order by id",
                        String.class)
                .setParameter("subject", subject)
                .getResultList();
    }
}
