package org.ninetyten.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.rest.Answer;
import org.ninetyten.local.rest.Api;
import org.ninetyten.local.topics.EventFeed;
import org.ninetyten.local.topics.Lag;

/**
 * A company in Kazan becomes a partner and earns its first money. It is the only one that sells in Tatar, so the lead
 * in that language is its own; the partners of earlier stories are suspended first.
 */
final class Story {

    private static final ZoneId KAZAN = ZoneId.of("Europe/Moscow");
    private static final String LANGUAGE = "tt";
    private static final String CURRENCY = "EUR";
    private static final long BUDGET = 100_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Api api;
    private final Narrator narrator;
    private final Clock clock;
    private final String run;

    private String partnerId = "";
    private String staffId = "";
    private String leadId = "";
    private String offerId = "";
    private String dealId = "";
    private String eventId = "";

    Story(Home home, Api api, EventFeed events, Console console, Clock clock) {
        this.home = home;
        this.api = api;
        this.narrator = new Narrator(console, events);
        this.clock = clock;
        this.run = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).format(LocalDateTime.now(clock));
    }

    void tell() {
        suspendThePartnersOfEarlierStories();
        aCompanyAppliesAndIsApproved();
        itsEngineerPassesTheExam();
        theWebsiteReportsATrial();
        thePartnerAccepts();
        theEstimateFailsAndThenPasses();
        theDealIsWon();
        theMoneyIsSplit();
        anEventIsApprovedAndHeld();
        halfOfItsCostIsPaidBack();
        narrator.chapter("The end");
        narrator.tell("Partner " + partnerId + " has a first customer, money on its account and its next lead.");
        narrator.tell("Look yourself: ./ninetyten token partner:" + partnerId);
    }

    private void suspendThePartnersOfEarlierStories() {
        JsonNode earlier = api.as(Api.PUBLIC)
                .get(Services.PARTNER, "/v1/directory?country=RU&limit=200&language=" + LANGUAGE)
                .body()
                .path("items");
        for (JsonNode partner : earlier) {
            String id = partner.has("partnerId")
                    ? partner.path("partnerId").asText()
                    : partner.path("id").asText();
            api.as("partner-manager")
                    .post(
                            Services.PARTNER,
                            "/v1/partners/" + id + "/suspend",
                            Api.object().put("reason", "The example story is told once more."),
                            key("suspend-" + id));
        }
    }

    private void aCompanyAppliesAndIsApproved() {
        narrator.chapter("A company applies on the vendor's website and is approved");
        ObjectNode form = Api.object()
                .put("legalName", "Example Integrators " + run)
                .put("taxId", "RU-STORY-" + run)
                .put("country", "RU")
                .put("city", "Kazan")
                .put("timeZone", KAZAN.getId())
                .put("contactName", "Example Founder")
                .put("contactEmail", "founder-" + run + "@partner.example")
                .put("source", "WEBSITE")
                .put("consent", true);
        form.putArray("languages").add(LANGUAGE).add("ru");
        form.putArray("services").add("LICENCE").add("IMPLEMENTATION").add("TRAINING");
        String applicationId = api.as(Api.PUBLIC)
                .post(Services.PARTNER, "/v1/applications", form, key("apply"))
                .text("id");
        narrator.tell("Application " + applicationId + " is submitted.");
        api.as("partner-manager")
                .post(Services.PARTNER, "/v1/applications/" + applicationId + "/screen", Api.object(), key("screen"));
        ObjectNode terms = Api.object().put("region", "CIS");
        terms.putArray("cities")
                .addObject()
                .put("name", "Kazan")
                .put("country", "RU")
                .put("latitude", 55.78874)
                .put("longitude", 49.12214);
        ObjectNode territory = terms.putObject("territory");
        territory.putArray("countries").add("RU");
        territory.putArray("subdivisions");
        terms.putObject("capacity")
                .put("openLeadCap", 20)
                .put("quota30Days", 60)
                .put("paused", false);
        partnerId = api.as("partner-manager")
                .post(Services.PARTNER, "/v1/applications/" + applicationId + "/approve", terms, key("approve"))
                .text("partnerId");
        narrator.tell("Approved: partner " + partnerId + ".");
        narrator.event("partner.application.decided.v1", data -> is(data, "applicationId", applicationId));
        narrator.event("partner.partner.onboarded.v1", data -> is(data, "partnerId", partnerId));
        ObjectNode engineer = Api.object()
                .put("name", "Example Engineer")
                .put("email", "engineer-" + run + "@partner.example")
                .put("employedFrom", today().toString());
        staffId = partner()
                .post(Services.PARTNER, "/v1/partners/" + partnerId + "/staff", engineer, key("staff"))
                .text("staffId");
        narrator.tell("Its engineer joins: staff " + staffId + ".");
        narrator.event("partner.staff.joined.v1", data -> is(data, "staffId", staffId));
    }

    private void itsEngineerPassesTheExam() {
        narrator.chapter("Its engineer passes the exam, and the partner becomes active");
        String courseId = publishedCourse();
        String enrolmentId = enrolment(courseId);
        JsonNode lessons = partner()
                .get(Services.ACADEMY, "/v1/courses/" + courseId)
                .body()
                .path("lessons");
        for (JsonNode lesson : lessons) {
            String lessonId = lesson.path("id").asText();
            partner()
                    .post(
                            Services.ACADEMY,
                            "/v1/enrolments/" + enrolmentId + "/lessons/" + lessonId + "/complete",
                            Api.object(),
                            key("lesson-" + lessonId));
        }
        Answer attempt = partner()
                .post(Services.ACADEMY, "/v1/enrolments/" + enrolmentId + "/attempts", Api.object(), key("attempt"));
        narrator.tell(lessons.size() + " lessons are done; the exam asks "
                + attempt.body().path("questions").size() + " questions until " + attempt.text("endsAt") + ".");
        Answer result = partner()
                .post(
                        Services.ACADEMY,
                        "/v1/attempts/" + attempt.text("id") + "/submit",
                        answers(attempt.body().path("questions")),
                        key("submit"));
        narrator.expect("the attempt", "PASSED", result.text("status"));
        String credentialId = result.text("credentialId");
        narrator.tell("Passed with " + result.number("scorePercent") + " %: credential " + credentialId + ".");
        narrator.event("academy.credential.granted.v1", data -> is(data, "credentialId", credentialId));
        narrator.expect(
                "what the public check says",
                "valid",
                api.as(Api.PUBLIC)
                        .get(Services.ACADEMY, "/v1/credentials/" + credentialId + "/verification")
                        .text("status"));
        narrator.event(
                "partner.partner.changed.v1", data -> is(data, "partnerId", partnerId) && is(data, "status", "ACTIVE"));
    }

    private String publishedCourse() {
        ObjectNode course = Api.object()
                .put("code", "STORY-" + run)
                .put("title", "Implementation for specialists")
                .put("locale", "en")
                .put("competency", "IMPLEMENTATION")
                .put("level", "SPECIALIST")
                .put("validityMonths", 12);
        Api.Caller editor = api.as("academy-editor");
        String id = editor.post(Services.ACADEMY, "/v1/courses", course, key("course"))
                .text("id");
        for (String title : List.of("Before you install", "A first installation")) {
            editor.post(
                    Services.ACADEMY,
                    "/v1/courses/" + id + "/lessons",
                    Api.object().put("title", title).put("markdown", "# " + title + "\n\nAsk, then act."),
                    key("lesson-" + title));
        }
        ObjectNode exam = Api.object().put("minutes", 45).put("draw", 3);
        ArrayNode questions = exam.putArray("questions");
        for (String subject : List.of("database", "operating system", "mail server", "portal")) {
            ObjectNode question = questions
                    .addObject()
                    .put("text", "What do you do before an upgrade of the " + subject + "?")
                    .put("kind", "SINGLE");
            ArrayNode options = question.putArray("options");
            options.addObject()
                    .put("text", "Make a backup and try to restore it")
                    .put("correct", true);
            options.addObject().put("text", "Nothing").put("correct", false);
            options.addObject().put("text", "Inform nobody").put("correct", false);
        }
        String etag = editor.get(Services.ACADEMY, "/v1/courses/" + id).etag();
        editor.put(Services.ACADEMY, "/v1/courses/" + id + "/exam", exam, etag);
        editor.post(Services.ACADEMY, "/v1/courses/" + id + "/publish", Api.object(), key("publish"));
        narrator.tell("The academy publishes course " + id + " with an exam.");
        return id;
    }

    /** The academy learns of the person by an event, which may take a moment. */
    private String enrolment(String courseId) {
        ObjectNode body = Api.object().put("courseId", courseId).put("staffId", staffId);
        Answer[] answer = new Answer[1];
        boolean enrolled = Waiting.until(
                () -> {
                    answer[0] = partner().tryPost(Services.ACADEMY, "/v1/enrolments", body, key("enrol"));
                    return answer[0].status() == 201 || answer[0].status() == 200;
                },
                PATIENCE,
                Duration.ofMillis(300));
        if (!enrolled) {
            throw new Failure("The academy refused the enrolment: " + answer[0].body() + ".");
        }
        return answer[0].text("id");
    }

    private static ObjectNode answers(JsonNode questions) {
        ObjectNode body = Api.object();
        ArrayNode answers = body.putArray("answers");
        for (JsonNode question : questions) {
            ArrayNode chosen = answers.addObject()
                    .put("questionId", question.path("id").asText())
                    .putArray("optionIds");
            for (JsonNode option : question.path("options")) {
                if (option.path("text").asText().startsWith("Make a backup")) {
                    chosen.add(option.path("id").asText());
                }
            }
        }
        return body;
    }

    private void theWebsiteReportsATrial() {
        narrator.chapter("The website reports a trial, and the right partner gets the offer");
        Lag.awaitNone(
                home, Services.LEAD_ROUTING.artifact(), List.of("partner.partner", "academy.credential"), PATIENCE);
        ObjectNode lead = Api.object()
                .put("externalId", "story-" + run)
                .put("source", "TRIAL")
                .put("product", "Portal Enterprise")
                .put("company", "Example Foods")
                .put("country", "RU")
                .put("city", "Kazan")
                .put("latitude", 55.79)
                .put("longitude", 49.12)
                .put("language", LANGUAGE)
                .put("sizeBand", "50-249")
                .put("customerExternalId", "story-customer-" + run)
                .put("consent", true);
        lead.putArray("needs").add("IMPLEMENTATION");
        lead.putObject("contact").put("name", "Example Buyer").put("email", "buyer-" + run + "@customer.example");
        leadId = api.as("website")
                .post(Services.LEAD_ROUTING, "/v1/leads", lead, key("lead"))
                .text("id");
        narrator.tell("Lead " + leadId + ".");
        narrator.event("leadrouting.lead.created.v1", data -> is(data, "leadId", leadId));
        offerId = narrator.event("leadrouting.lead.offered.v1", data -> is(data, "leadId", leadId))
                .data()
                .path("offerId")
                .asText();
        explain();
        JsonNode seen =
                partner().get(Services.LEAD_ROUTING, "/v1/leads/" + leadId).body();
        narrator.expect("the contact that the partner sees before it accepts", false, seen.hasNonNull("contact"));
        narrator.tell("Before it accepts, the partner sees need, region and size, and no contact.");
    }

    private void explain() {
        JsonNode decisions = api.as("sales-desk")
                .get(Services.LEAD_ROUTING, "/v1/leads/" + leadId + "/decisions")
                .body();
        JsonNode decision = decisions.path(0);
        narrator.expect(
                "the partner that got the offer",
                partnerId,
                decision.path("partnerId").asText());
        narrator.tell("Why: step " + decision.path("step").asText() + " of policy "
                + decision.path("policyVersion").asText() + "; ruled out: " + decision.path("failed") + ".");
        for (JsonNode candidate : decision.path("candidates")) {
            if (candidate.path("chosen").asBoolean()) {
                narrator.tell("Chosen: " + candidate.path("kilometres").asText("?") + " km away, weight "
                        + candidate.path("weight").asText() + ", credit "
                        + candidate.path("creditBefore").asText() + " before and "
                        + candidate.path("creditAfter").asText() + " after.");
            }
        }
    }

    private void thePartnerAccepts() {
        narrator.chapter("The partner accepts and sees the contact");
        partner().post(Services.LEAD_ROUTING, "/v1/offers/" + offerId + "/accept", Api.object(), "");
        narrator.event("leadrouting.lead.accepted.v1", data -> is(data, "leadId", leadId));
        JsonNode lead =
                partner().get(Services.LEAD_ROUTING, "/v1/leads/" + leadId).body();
        narrator.expect(
                "the contact's mail",
                "buyer-" + run + "@customer.example",
                lead.at("/contact/email").asText());
        narrator.tell("The contact is " + lead.at("/contact/name").asText() + ".");
    }

    private void theEstimateFailsAndThenPasses() {
        narrator.chapter("The estimate first fails 90/10, then passes");
        Answer deal = partner()
                .post(
                        Services.LEAD_ROUTING,
                        "/v1/deals",
                        Api.object()
                                .put("leadId", leadId)
                                .put("currency", CURRENCY)
                                .put("externalId", "story-" + run),
                        key("deal"));
        dealId = deal.text("id");
        narrator.event("leadrouting.deal.opened.v1", data -> is(data, "dealId", dealId));
        Answer greedy = partner()
                .put(
                        Services.LEAD_ROUTING,
                        "/v1/deals/" + dealId + "/estimate",
                        estimate(500_000, 900_000),
                        deal.etag());
        ninetyTen("Licence 5,000.00 and services 9,000.00", greedy.body().path("ninetyTen"), false);
        Answer fair = partner()
                .put(
                        Services.LEAD_ROUTING,
                        "/v1/deals/" + dealId + "/estimate",
                        estimate(100_000, 900_000),
                        greedy.etag());
        ninetyTen("Licence 1,000.00 and services 9,000.00", fair.body().path("ninetyTen"), true);
    }

    private void ninetyTen(String what, JsonNode check, boolean passes) {
        narrator.expect(
                "the 90/10 check of " + what, passes, check.path("passes").asBoolean());
        narrator.tell(what + ": licence share "
                + percent(check.path("shareBasisPoints").asLong()) + " %, "
                + (passes
                        ? "passes."
                        : "fails; services worth "
                                + money(check.path("missingServicesMinor").asLong()) + " are missing, suggested: "
                                + check.path("suggestions") + "."));
    }

    private static ObjectNode estimate(long licence, long services) {
        ObjectNode body = Api.object();
        ArrayNode lines = body.putArray("lines");
        line(lines, "LICENCE", licence, "VENDOR");
        line(lines, "IMPLEMENTATION", services * 2 / 3, "PARTNER");
        line(lines, "TRAINING", services - services * 2 / 3, "PARTNER");
        return body;
    }

    private static void line(ArrayNode lines, String incomePoint, long amount, String performer) {
        lines.addObject()
                .put("incomePoint", incomePoint)
                .put("quantity", 1)
                .put("unitPriceMinor", amount)
                .put("taxBasisPoints", 2_000)
                .put("performer", performer)
                .put("billedBy", "VENDOR");
    }

    private void theDealIsWon() {
        narrator.chapter("The deal is won");
        Answer won = partner()
                .post(
                        Services.LEAD_ROUTING,
                        "/v1/deals/" + dealId + "/win",
                        Api.object().put("closedOn", today().toString()),
                        key("win"));
        narrator.expect("the deal", "WON", won.text("status"));
        narrator.event("leadrouting.deal.closed.v1", data -> is(data, "dealId", dealId));
    }

    private void theMoneyIsSplit() {
        narrator.chapter("The money is split and booked");
        narrator.event("billing.split.posted.v1", data -> is(data, "dealId", dealId));
        Api.Caller finance = api.as("finance");
        JsonNode split =
                finance.get(Services.BILLING, "/v1/deals/" + dealId + "/split").body();
        narrator.expect(
                "the partner's part", 940_000L, split.path("partnerMinor").asLong());
        narrator.expect("the vendor's part", 60_000L, split.path("vendorMinor").asLong());
        for (JsonNode line : split.path("lines")) {
            narrator.tell(line.path("incomePoint").asText() + " "
                    + money(line.path("netMinor").asLong()) + ": partner "
                    + money(line.path("partnerMinor").asLong()) + ", vendor "
                    + money(line.path("vendorMinor").asLong()) + ".");
        }
        narrator.tell("Together the partner has " + money(940_000) + " of " + money(1_000_000) + " at the tier "
                + split.path("tier").asText() + ", split plan "
                + split.path("planVersion").asText() + ".");
        JsonNode entry = finance.get(
                        Services.BILLING,
                        "/v1/ledger/journal-entries/"
                                + split.path("journalEntryId").asText())
                .body();
        long sum = 0;
        for (JsonNode posting : entry.path("postings")) {
            sum += posting.path("amountMinor").asLong();
            narrator.tell("Ledger: "
                    + posting.path("account").asText(posting.path("type").asText()) + " "
                    + money(posting.path("amountMinor").asLong()));
        }
        narrator.expect("the sum of the journal entry", 0L, sum);
        expectPayable(940_000);
        narrator.expect(
                "the deal's 90/10 result in billing",
                true,
                partner()
                        .get(Services.BILLING, "/v1/deals/" + dealId + "/ninety-ten")
                        .body()
                        .path("passes")
                        .asBoolean());
        for (JsonNode total :
                finance.get(Services.BILLING, "/v1/ledger/trial-balance").body().path("sums")) {
            narrator.expect(
                    "the imbalance in " + total.path("currency").asText(),
                    0L,
                    total.path("imbalanceMinor").asLong());
        }
        narrator.tell("The trial balance is zero in every currency.");
    }

    private void expectPayable(long expected) {
        long payable = -1;
        for (JsonNode balance : partner()
                .get(Services.BILLING, "/v1/partners/" + partnerId + "/balances")
                .body()
                .path("balances")) {
            if (balance.path("currency").asText().equals(CURRENCY)) {
                payable = balance.path("payableMinor").asLong();
            }
        }
        narrator.expect("the partner's balance", expected, payable);
        narrator.tell("The vendor owes the partner " + money(payable) + ".");
    }

    private void anEventIsApprovedAndHeld() {
        narrator.chapter("The partner hosts an event, and a visitor becomes a lead");
        Lag.awaitNone(home, Services.EVENTS.artifact(), List.of("partner.partner"), PATIENCE);
        // Soon, so that the story needn't wait; in life an application comes ten working days before.
        ZonedDateTime start =
                ZonedDateTime.now(clock.withZone(KAZAN)).plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        budget(start.getYear());
        ObjectNode application = Api.object()
                .put("partnerId", partnerId)
                .put("region", "CIS")
                .put("year", start.getYear())
                .put("city", "Kazan")
                .put("country", "RU")
                .put("topic", "Integration " + run)
                .put("title", "Ninety per cent is yours")
                .put("startsAt", start.toLocalDateTime().toString())
                .put("timeZone", KAZAN.getId())
                .put("capacity", 40)
                .put("plan", "Two talks and a workshop.")
                .put("costMinor", 400_000)
                .put("currency", CURRENCY);
        String applicationId = partner()
                .post(Services.EVENTS, "/v1/host-applications", application, key("host"))
                .text("id");
        ObjectNode approval = Api.object().put("approvedMinor", 200_000);
        approval.putObject("waiver").put("reason", "The example story cannot wait ten working days.");
        eventId = api.as("marketing")
                .post(
                        Services.EVENTS,
                        "/v1/host-applications/" + applicationId + "/approve",
                        approval,
                        key("host-approve"))
                .text("eventId");
        narrator.tell("Host application " + applicationId + " is approved: event " + eventId + ".");
        narrator.event("events.event.scheduled.v1", data -> is(data, "eventId", eventId));
        String registrationId = registration();
        waitUntil(start);
        partner()
                .post(
                        Services.EVENTS,
                        "/v1/events/" + eventId + "/check-ins",
                        Api.object().put("registrationId", registrationId),
                        key("check-in"));
        partner().post(Services.EVENTS, "/v1/events/" + eventId + "/hold", Api.object(), key("hold"));
        narrator.event("events.event.held.v1", data -> is(data, "eventId", eventId));
        narrator.event("events.attendee.attended.v1", data -> is(data, "registrationId", registrationId));
        String visitorsLead = narrator.event("leadrouting.lead.created.v1", data -> is(data, "eventId", eventId))
                .data()
                .path("leadId")
                .asText();
        JsonNode offered = narrator.event("leadrouting.lead.offered.v1", data -> is(data, "leadId", visitorsLead))
                .data();
        narrator.expect(
                "the first in line for the visitor",
                partnerId,
                offered.path("partnerId").asText());
        narrator.tell("The host is the first in line.");
    }

    private void budget(int year) {
        Answer budget = api.as("marketing")
                .tryPost(
                        Services.EVENTS,
                        "/v1/budgets",
                        Api.object()
                                .put("year", year)
                                .put("region", "CIS")
                                .put("currency", CURRENCY)
                                .put("amountMinor", BUDGET),
                        key("budget"));
        if (budget.status() != 201 && !budget.code().equals("budget-already-exists")) {
            throw new Failure("The budget was refused: " + budget.body() + ".");
        }
    }

    private String registration() {
        ObjectNode visitor = Api.object()
                .put("name", "Example Visitor")
                .put("email", "visitor-" + run + "@customer.example")
                .put("company", "Example Dairy " + run)
                .put("country", "RU")
                .put("language", LANGUAGE)
                .put("consent", true);
        visitor.putArray("needs").add("IMPLEMENTATION");
        Answer registered = api.as(Api.PUBLIC)
                .post(Services.EVENTS, "/v1/events/" + eventId + "/registrations", visitor, key("register"));
        narrator.tell(
                "A visitor registers: " + registered.text("registrationId") + ", " + registered.text("status") + ".");
        return registered.text("registrationId");
    }

    private void waitUntil(ZonedDateTime start) {
        Duration left = Duration.between(clock.instant(), start.toInstant()).plusMillis(500);
        if (left.isPositive()) {
            narrator.tell("Waiting " + Console.seconds(left) + " for the start.");
            Waiting.pause(left);
        }
    }

    private void halfOfItsCostIsPaidBack() {
        narrator.chapter("The partner claims the cost, and half of it is paid back");
        String claimId = partner()
                .post(Services.EVENTS, "/v1/claims", Api.object().put("eventId", eventId), key("claim"))
                .text("id");
        Answer claim = partner().get(Services.EVENTS, "/v1/claims/" + claimId);
        ObjectNode costs = Api.object();
        ArrayNode lines = costs.putArray("lines");
        cost(lines, "VENUE", 250_000);
        cost(lines, "CATERING", 50_000);
        partner().put(Services.EVENTS, "/v1/claims/" + claimId + "/lines", costs, claim.etag());
        partner().post(Services.EVENTS, "/v1/claims/" + claimId + "/submit", Api.object(), key("claim-submit"));
        ObjectNode decision = Api.object();
        ArrayNode decided = decision.putArray("lines");
        for (JsonNode line : api.as("marketing")
                .get(Services.EVENTS, "/v1/claims/" + claimId)
                .body()
                .path("lines")) {
            decided.addObject()
                    .put("lineId", line.path("lineId").asText())
                    .put("eligibleMinor", line.path("netMinor").asLong());
        }
        api.as("marketing").post(Services.EVENTS, "/v1/claims/" + claimId + "/decide", decision, key("claim-decide"));
        JsonNode approved = narrator.event("events.claim.approved.v1", data -> is(data, "claimId", claimId))
                .data();
        narrator.expect(
                "the reimbursement", 150_000L, approved.path("approvedMinor").asLong());
        narrator.event("billing.reimbursement.payable.v1", data -> is(data, "claimId", claimId));
        long booked = api.as("finance")
                .get(Services.BILLING, "/v1/reimbursements/" + claimId)
                .number("approvedMinor");
        narrator.expect("the booked reimbursement", 150_000L, booked);
        narrator.tell("Of " + money(300_000) + " the programme pays back " + money(booked) + ".");
        expectPayable(940_000 + 150_000);
        Set<String> settled = Set.of("PAYING", "APPROVED", "PAID");
        boolean told = Waiting.until(
                () -> settled.contains(
                        partner().get(Services.EVENTS, "/v1/claims/" + claimId).text("status")),
                PATIENCE,
                Duration.ofMillis(300));
        narrator.expect("that the host hears of it", true, told);
    }

    private void cost(ArrayNode lines, String category, long amount) {
        lines.addObject()
                .put("category", category)
                .put("supplier", "Example Supplier")
                .put("supplierTaxId", "RU-SUPPLIER")
                .put("invoiceNumber", run + "-" + lines.size())
                .put("invoiceDate", today().toString())
                .put("netMinor", amount);
    }

    private Api.Caller partner() {
        return api.as("partner:" + partnerId);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(KAZAN));
    }

    private String key(String step) {
        return ("story-" + run + "-" + step).replace(' ', '-');
    }

    private static boolean is(JsonNode data, String field, String value) {
        return data.path(field).asText().equals(value);
    }

    static String money(long minor) {
        String digits = String.format(Locale.ROOT, "%,d.%02d", Math.abs(minor) / 100, Math.abs(minor) % 100);
        return (minor < 0 ? "-" : "") + digits + " " + CURRENCY;
    }

    private static String percent(long basisPoints) {
        return String.format(Locale.ROOT, "%d.%02d", basisPoints / 100, basisPoints % 100);
    }
}
