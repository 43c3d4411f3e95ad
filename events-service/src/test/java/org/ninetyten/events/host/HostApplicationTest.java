package org.ninetyten.events.host;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.events.Programme.MARKETING;
import static org.ninetyten.events.Programme.get;
import static org.ninetyten.events.Programme.post;
import static org.ninetyten.events.Programme.proposal;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Programme;
import org.ninetyten.events.SettableClock;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class HostApplicationTest {

    private static final String PATH = "/v1/host-applications";

    @Inject
    Programme programme;

    @AfterEach
    void realTimeAgain() {
        SettableClock.reset();
    }

    @Test
    void anApprovalReservesHalfOfTheCostAtMostAndSchedulesTheEvent() {
        int year = programme.newYear();
        UUID budget = programme.budget(year, 1_000_000);
        UUID partner = programme.activePartner();
        UUID application = programme.application(proposal(partner, year));
        post(MARKETING, PATH + "/" + application + "/review").statusCode(200).body("status", equalTo("UNDER_REVIEW"));

        post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 900_000))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approvedMinor", equalTo(200_000))
                .body("late", equalTo(false))
                .body("eventId", notNullValue());

        get(MARKETING, "/v1/budgets/" + budget).body("reservedMinor", equalTo(200_000));
        assertEquals(List.of("host-application.approve by marketing"), programme.audit(application));
        post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 1))
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", hasItem("SUBMITTED"));
        get(MARKETING, "/v1/budgets/" + budget).body("reservedMinor", equalTo(200_000));
    }

    @Test
    void onlyAnActivePartnerMayApply() {
        for (String status : List.of("ONBOARDING", "DORMANT", "WARNED", "SUSPENDED", "TERMINATED")) {
            UUID partner = programme.partner(status);
            post(Tokens.partner(partner), PATH, proposal(partner, programme.newYear()))
                    .statusCode(409)
                    .body("code", equalTo("partner-not-active"));
        }
        UUID unknown = UUID.randomUUID();
        post(Tokens.partner(unknown), PATH, proposal(unknown, 2030)).statusCode(409);
    }

    @Test
    void tenWorkingDaysAreCountedInTheZoneOfTheEvent() {
        int year = programme.newYear();
        UUID partner = programme.activePartner();
        LocalDate lastDay = WorkingDays.before(LocalDate.of(year, 6, 15), 10);

        // One minute before midnight in Moscow is in time; one minute later the same UTC day is late.
        SettableClock.set(
                lastDay.atTime(LocalTime.of(23, 59)).atZone(Programme.ZONE).toInstant());
        post(Tokens.partner(partner), PATH, proposal(partner, year))
                .statusCode(201)
                .body("late", equalTo(false));
        SettableClock.set(lastDay.plusDays(1).atStartOfDay(Programme.ZONE).toInstant());
        post(Tokens.partner(partner), PATH, proposal(partner, year))
                .statusCode(201)
                .body("late", equalTo(true));
    }

    @Test
    void aLateApplicationIsApprovedOnlyWithAWaiverAndTheAuditShowsIt() {
        int year = programme.newYear();
        programme.budget(year, 1_000_000);
        UUID partner = programme.activePartner();
        SettableClock.set(Programme.hoursAfterStart(year, 1));
        UUID application = programme.application(proposal(partner, year));

        post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 100_000))
                .statusCode(409)
                .body("code", equalTo("application-too-late"));
        post(
                        MARKETING,
                        PATH + "/" + application + "/approve",
                        Map.of("approvedMinor", 100_000, "waiver", Map.of("reason", " ")))
                .statusCode(400);
        post(
                        MARKETING,
                        PATH + "/" + application + "/approve",
                        Map.of("approvedMinor", 100_000, "waiver", Map.of("reason", "Recorded after the fact")))
                .statusCode(200)
                .body("waiverReason", equalTo("Recorded after the fact"));

        assertEquals(
                List.of("host-application.approve by marketing: Recorded after the fact"),
                programme.audit(application));
    }

    @Test
    void aWaiverThatIsNotNeededIsNotKept() {
        int year = programme.newYear();
        programme.budget(year, 1_000_000);
        UUID application = programme.application(proposal(programme.activePartner(), year));

        post(
                        MARKETING,
                        PATH + "/" + application + "/approve",
                        Map.of("approvedMinor", 100_000, "waiver", Map.of("reason", "Just in case")))
                .statusCode(200)
                .body("waiverReason", nullValue());
    }

    @Test
    void theSameTopicInTheSameCityIsFourteenDaysApart() {
        int year = programme.newYear();
        programme.budget(year, 1_000_000);
        UUID partner = programme.activePartner();
        var first = proposal(partner, year);
        var sameDay = programme.application(first);
        programme.approvedEvent(programme.application(first), 1_000);

        first.put("startsAt", year + "-06-28T20:00:00");
        first.put("city", "KAZAN");
        post(Tokens.partner(partner), PATH, first).statusCode(409).body("code", equalTo("topic-too-close"));
        post(MARKETING, PATH + "/" + sameDay + "/approve", Map.of("approvedMinor", 1_000))
                .statusCode(409)
                .body("code", equalTo("topic-too-close"));
        first.put("startsAt", year + "-06-29T08:00:00");
        post(Tokens.partner(partner), PATH, first).statusCode(201);
        first.put("startsAt", year + "-06-16T08:00:00");
        first.put("city", "Samara");
        post(Tokens.partner(partner), PATH, first).statusCode(201);
    }

    @Test
    void aRejectionCarriesItsReason() {
        UUID partner = programme.activePartner();
        UUID application = programme.application(proposal(partner, programme.newYear()));

        post(MARKETING, PATH + "/" + application + "/reject", Map.of("reason", ""))
                .statusCode(400);
        post(MARKETING, PATH + "/" + application + "/reject", Map.of("reason", "No room"))
                .statusCode(200)
                .body("status", equalTo("REJECTED"));

        get(Tokens.partnerMember(partner), PATH + "/" + application)
                .statusCode(200)
                .body("reason", equalTo("No room"));
        post(MARKETING, PATH + "/" + application + "/review").statusCode(409);
    }

    @Test
    void withoutABudgetNothingIsApproved() {
        UUID application = programme.application(proposal(programme.activePartner(), programme.newYear()));

        post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 1_000))
                .statusCode(409)
                .body("code", equalTo("no-budget"));
    }

    @Test
    void aNamedBudgetMustFit() {
        int year = programme.newYear();
        UUID partner = programme.activePartner();
        var proposal = proposal(partner, year);
        proposal.put("budgetId", programme.budget(programme.newYear(), 1_000));
        post(Tokens.partner(partner), PATH, proposal).statusCode(400).body("errors.field", hasItem("budgetId"));
        proposal.put("budgetId", programme.budget(year, 1_000));
        post(Tokens.partner(partner), PATH, proposal).statusCode(201);
    }

    @Test
    void parallelApprovalsNeverOverdrawABudget() throws Exception {
        int year = programme.newYear();
        UUID budget = programme.budget(year, 500_000);
        List<UUID> applications = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            applications.add(programme.application(proposal(programme.activePartner(), year)));
        }

        List<Integer> answers = inParallel(
                applications,
                application -> post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 200_000))
                        .extract()
                        .statusCode());

        assertEquals(2, answers.stream().filter(status -> status == 200).count());
        assertEquals(6, answers.stream().filter(status -> status == 409).count());
        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(400_000))
                .body("leftMinor", equalTo(100_000));
    }

    @Test
    void parallelApprovalsOfOneTopicScheduleOneEvent() throws Exception {
        int year = programme.newYear();
        UUID budget = programme.budget(year, 5_000_000);
        var proposal = proposal(programme.activePartner(), year);
        List<UUID> applications = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            applications.add(programme.application(proposal));
        }

        List<Integer> answers = inParallel(
                applications,
                application -> post(MARKETING, PATH + "/" + application + "/approve", Map.of("approvedMinor", 200_000))
                        .extract()
                        .statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        get(MARKETING, "/v1/budgets/" + budget).body("reservedMinor", equalTo(200_000));
    }

    @Test
    void anotherPartnersApplicationDoesNotExist() {
        UUID partner = programme.activePartner();
        UUID stranger = programme.activePartner();
        UUID application = programme.application(proposal(partner, programme.newYear()));

        get(Tokens.partner(stranger), PATH + "/" + application).statusCode(404);
        post(Tokens.partner(stranger), PATH, proposal(partner, 2030)).statusCode(404);
        get(Tokens.partner(partner), PATH + "?partnerId=" + stranger)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.partnerId", everyItem(equalTo(partner.toString())));
        get(Tokens.vendor("partner-manager"), PATH + "?status=SUBMITTED&partnerId=" + partner)
                .body("items", hasSize(1));
    }

    @Test
    void everyRoleDoesItsOwnPart() {
        UUID partner = programme.activePartner();
        UUID application = programme.application(proposal(partner, programme.newYear()));
        var proposal = proposal(partner, 2030);

        post(Tokens.partnerMember(partner), PATH, proposal).statusCode(403);
        post(MARKETING, PATH, proposal).statusCode(403);
        post(Tokens.nobody(), PATH, proposal).statusCode(403);
        for (String verb : List.of("/review", "/approve", "/reject")) {
            Map<String, Object> body = verb.equals("/approve") ? Map.of("approvedMinor", 1) : Map.of("reason", "No");
            post(Tokens.partner(partner), PATH + "/" + application + verb, body).statusCode(403);
            post(Tokens.vendor("finance"), PATH + "/" + application + verb, body)
                    .statusCode(403);
        }
        get(Tokens.client("website"), PATH).statusCode(403);
    }

    @Test
    void badInputIsRefused() {
        UUID partner = programme.activePartner();
        Map<String, Object> wrong = Map.ofEntries(
                Map.entry("timeZone", "Mars/Olympus"),
                Map.entry("country", "XX"),
                Map.entry("currency", "ABC"),
                Map.entry("year", 2031),
                Map.entry("capacity", 0),
                Map.entry("costMinor", -1),
                Map.entry("title", "T".repeat(201)),
                Map.entry("city", "Ka\u0000zan"),
                Map.entry("plan", " "),
                Map.entry("startsAt", "2030-06-15T10:00:00Z[Europe/Moscow"),
                Map.entry("region", "MOON"),
                Map.entry("surprise", true));
        wrong.forEach((field, value) -> {
            var proposal = proposal(partner, 2030);
            proposal.put(field, value);
            post(Tokens.partner(partner), PATH, proposal)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", hasItem(field));
        });
        get(MARKETING, PATH + "?limit=201").statusCode(400);
        get(MARKETING, PATH + "?cursor=nonsense").statusCode(400);
    }

    @Test
    void pagesFollowOneAnother() {
        UUID partner = programme.activePartner();
        int year = programme.newYear();
        SettableClock.set(Instant.parse("2026-11-23T09:00:00Z"));
        for (int i = 0; i < 3; i++) {
            programme.application(proposal(partner, year));
        }

        var first = get(Tokens.partner(partner), PATH + "?limit=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .header("Link", notNullValue());
        String next = first.extract().path("next");
        get(Tokens.partner(partner), PATH + "?limit=2&cursor=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    private static List<Integer> inParallel(List<UUID> ids, java.util.function.Function<UUID, Integer> call)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(ids.size())) {
            List<Callable<Integer>> calls = new ArrayList<>();
            ids.forEach(id -> calls.add(() -> call.apply(id)));
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
