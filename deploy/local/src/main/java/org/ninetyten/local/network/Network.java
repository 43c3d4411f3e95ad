package org.ninetyten.local.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.rest.Answer;
import org.ninetyten.local.rest.Api;
import org.ninetyten.local.topics.Lag;

/** Makes the example network through the import interfaces; a second time it finds everything there. */
public final class Network {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    // A slow machine does more than this; it only makes patience grow with the network.
    private static final int ACTIVATED_A_SECOND = 50;
    private static final String EMPLOYED_FROM = "2016-01-01";
    private static final String CERTIFIED_FROM = "2026-01-01";

    private final Home home;
    private final Api api;
    private final Console console;
    private final ExampleNetwork example = new ExampleNetwork(World.load());

    public Network(Home home, Api api, Console console) {
        this.home = home;
        this.api = api;
        this.console = console;
    }

    /** Answers when the network is active and every service knows it. */
    public void ensure(int count) {
        long begin = System.nanoTime();
        List<ExamplePartner> partners = example.partners(count);
        Map<String, String> partnerIds = new HashMap<>();
        int[] made = importPartners(partners, partnerIds);
        console.say(
                "Network: " + count + " partners in six regions, " + made[0] + " new, " + made[1] + " there already.");
        Map<String, String> staffIds = importStaff(partners, partnerIds);
        int credentials = importCredentials(partners, partnerIds, staffIds);
        awaitActive(partners);
        Lag.awaitNone(
                home, Services.LEAD_ROUTING.artifact(), List.of("partner.partner", "academy.credential"), PATIENCE);
        for (Services service : List.of(Services.BILLING, Services.EVENTS)) {
            Lag.awaitNone(home, service.artifact(), List.of("partner.partner"), PATIENCE);
        }
        console.say(
                "Network: " + staffIds.size() + " staff, " + credentials + " credentials, all partners active after "
                        + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ".");
    }

    private int[] importPartners(List<ExamplePartner> partners, Map<String, String> ids) {
        int created = 0;
        int unchanged = 0;
        for (List<ExamplePartner> batch : batches(partners)) {
            ObjectNode body = Api.object();
            ArrayNode list = body.putArray("partners");
            batch.forEach(partner -> list.add(partner.json()));
            Answer answer = api.as("partner-manager").post(Services.PARTNER, "/v1/partners/import", body, key(body));
            for (JsonNode result : results(answer)) {
                refuseRejected(result);
                ids.put(
                        result.required("externalId").asText(),
                        result.required("partnerId").asText());
                if (status(result).equals("created")) {
                    created++;
                } else {
                    unchanged++;
                }
            }
        }
        return new int[] {created, unchanged};
    }

    private Map<String, String> importStaff(List<ExamplePartner> partners, Map<String, String> partnerIds) {
        Map<String, String> ids = new HashMap<>();
        List<ObjectNode> people = new ArrayList<>();
        for (ExamplePartner partner : partners) {
            for (int person = 1; person <= partner.people(); person++) {
                people.add(Api.object()
                        .put("partnerId", partnerIds.get(partner.externalId()))
                        .put("externalId", partner.staffExternalId(person))
                        .put("name", "Person " + person + " of " + partner.legalName())
                        .put("email", partner.staffExternalId(person) + "@partner.example")
                        .put("employedFrom", EMPLOYED_FROM));
            }
        }
        for (List<ObjectNode> batch : batches(people)) {
            ObjectNode body = Api.object();
            body.putArray("staff").addAll(batch);
            Answer answer = api.as("partner-manager").post(Services.PARTNER, "/v1/staff/import", body, key(body));
            for (JsonNode result : results(answer)) {
                refuseRejected(result);
                ids.put(
                        result.required("externalId").asText(),
                        result.required("staffId").asText());
            }
        }
        return ids;
    }

    private int importCredentials(
            List<ExamplePartner> partners, Map<String, String> partnerIds, Map<String, String> staffIds) {
        List<ObjectNode> credentials = new ArrayList<>();
        for (ExamplePartner partner : partners) {
            List<String> services = partner.competencies();
            for (int i = 0; i < services.size(); i++) {
                String staff = partner.staffExternalId(1 + i % partner.people());
                credentials.add(Api.object()
                        .put("externalId", staff + "-" + services.get(i))
                        .put("staffId", staffIds.get(staff))
                        .put("partnerId", partnerIds.get(partner.externalId()))
                        .put("competency", services.get(i))
                        .put("level", "BASIC")
                        .put("validFrom", CERTIFIED_FROM));
            }
        }
        for (List<ObjectNode> batch : batches(credentials)) {
            importBatch(batch);
        }
        return credentials.size();
    }

    /** The news of a person may reach the academy later than this request: those are sent once more. */
    private void importBatch(List<ObjectNode> batch) {
        List<ObjectNode> left = new ArrayList<>(batch);
        boolean done = Waiting.until(
                () -> {
                    ObjectNode body = Api.object();
                    body.putArray("credentials").addAll(left);
                    // No idempotency key: the same batch may be answered better a moment later, and it is idempotent.
                    Answer answer = api.as("academy-editor").post(Services.ACADEMY, "/v1/credentials/import", body, "");
                    Map<String, String> codes = new HashMap<>();
                    for (JsonNode result : results(answer)) {
                        if (status(result).equals("rejected")) {
                            String code = result.path("code").asText();
                            if (!code.equals("staff-unknown")) {
                                refuseRejected(result);
                            }
                            codes.put(result.required("externalId").asText(), code);
                        }
                    }
                    left.removeIf(credential ->
                            !codes.containsKey(credential.required("externalId").asText()));
                    return left.isEmpty();
                },
                PATIENCE,
                Duration.ofMillis(500));
        if (!done) {
            throw new Failure("academy-service still doesn't know " + left.size() + " people of the network after "
                    + PATIENCE.toMinutes() + " minutes: see ./ninetyten topics and ./ninetyten logs academy-service.");
        }
    }

    private void awaitActive(List<ExamplePartner> partners) {
        Set<String> ours = new HashSet<>();
        partners.forEach(partner -> ours.add(partner.externalId()));
        String[] onboarding = {""};
        boolean active = Waiting.until(
                () -> {
                    onboarding[0] = oneOnboarding(ours).orElse("");
                    return onboarding[0].isEmpty();
                },
                PATIENCE.plusSeconds(partners.size() / ACTIVATED_A_SECOND),
                Duration.ofSeconds(1));
        if (!active) {
            throw new Failure(
                    "Partner " + onboarding[0]
                            + " of the network, and perhaps others, is still not active: see ./ninetyten logs partner-service.");
        }
    }

    /** One of the partners that still waits for its first credential, if there is one. */
    private Optional<String> oneOnboarding(Set<String> ours) {
        AtomicReference<String> one = new AtomicReference<>();
        api.as("partner-manager").each(Services.PARTNER, "/v1/partners?status=ONBOARDING&limit=200", partner -> {
            String externalId = partner.path("externalId").asText();
            if (ours.contains(externalId)) {
                one.set(externalId);
            }
        });
        return Optional.ofNullable(one.get());
    }

    private static JsonNode results(Answer answer) {
        return answer.body().has("results")
                ? answer.body().path("results")
                : answer.body().path("items");
    }

    private static String status(JsonNode result) {
        String status = result.has("status")
                ? result.path("status").asText()
                : result.path("outcome").asText();
        return status.toLowerCase(java.util.Locale.ROOT);
    }

    private static void refuseRejected(JsonNode result) {
        if (status(result).equals("rejected")) {
            throw new Failure("The import refused " + result.path("externalId").asText() + ": " + result + ".");
        }
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    private static String key(JsonNode body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return "network-"
                    + HexFormat.of().formatHex(digest.digest(body.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
