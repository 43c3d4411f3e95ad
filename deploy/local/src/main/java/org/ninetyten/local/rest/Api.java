package org.ninetyten.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.identity.Realm;

/**
 * Calls the five services as somebody. A service that is away is waited for: each call is repeated for two minutes
 * with growing pauses, which is safe because every call that makes something carries an idempotency key.
 */
public final class Api {

    /** Calls without a token. */
    public static final String PUBLIC = "";

    private static final String JSON_TYPE = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private record Token(String value, long madeAt) {}

    private record Body(String type, String text) {

        private static Body of(JsonNode json) {
            return new Body(JSON_TYPE, json.toString());
        }
    }

    private final Home home;
    private final Realm realm;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final LongAdder repeated = new LongAdder();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Api(Home home) {
        this.home = home;
        this.realm = new Realm(home.keycloakUrl());
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** How often a call had to be sent once more. */
    public long repeatedCalls() {
        return repeated.sum();
    }

    /** Everything that one person or machine does. */
    public Caller as(String user) {
        return new Caller(user, TIMEOUT);
    }

    /** One person, machine, or the public. */
    public final class Caller {

        private final String user;
        private final Duration timeout;

        private Caller(String user, Duration timeout) {
            this.user = user;
            this.timeout = timeout;
        }

        /** The same one, who waits that long for an answer: for what takes longer than others do. */
        public Caller within(Duration longer) {
            return new Caller(user, longer);
        }

        /** Reads a list to its last page. */
        public void each(Services service, String path, Consumer<JsonNode> item) {
            String cursor = "";
            do {
                JsonNode page = get(service, path + cursor).body();
                page.path("items").forEach(item);
                String next = page.path("next").asText("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
        }

        public Answer get(Services service, String path) {
            return expect(call(service, "GET", path, null, null, null), "GET", path, 200);
        }

        /** Reads what may not be there yet. */
        public Answer tryGet(Services service, String path) {
            return call(service, "GET", path, null, null, null);
        }

        public Answer post(Services service, String path, JsonNode body, String key) {
            return expect(call(service, "POST", path, Body.of(body), key, null), "POST", path, 200, 201, 202, 204);
        }

        /** Sends a file of the media type. */
        public Answer postFile(Services service, String path, String type, String text, String key) {
            Answer answer = call(service, "POST", path, new Body(type, text), key, null);
            return expect(answer, "POST", path, 200, 201);
        }

        /** Reads what is written as lines of JSON. */
        public List<JsonNode> lines(Services service, String path) {
            try {
                HttpResponse<String> response = send(service, "GET", path, NDJSON, null, null, null);
                if (response.statusCode() != 200) {
                    throw new Failure(
                            "GET " + path + " answered " + answer(response).problem() + ".");
                }
                return response.body().lines().map(Api::json).toList();
            } catch (IOException e) {
                throw new Failure("GET " + path + " failed: " + e.getMessage() + ".", e);
            }
        }

        /** Sends what may be refused; the caller looks at the status. */
        public Answer tryPost(Services service, String path, JsonNode body, String key) {
            return call(service, "POST", path, Body.of(body), key, null);
        }

        public Answer put(Services service, String path, JsonNode body, String etag) {
            return expect(call(service, "PUT", path, Body.of(body), null, etag), "PUT", path, 200, 201, 204);
        }

        public Answer tryPut(Services service, String path, JsonNode body, String etag) {
            return call(service, "PUT", path, Body.of(body), null, etag);
        }

        private Answer expect(Answer answer, String method, String path, Integer... statuses) {
            if (!Set.of(statuses).contains(answer.status())) {
                throw new Failure(method + " " + path + " as " + (user.isEmpty() ? "the public" : user) + " answered "
                        + answer.problem() + ".");
            }
            return answer;
        }

        private Answer call(
                Services service,
                String method,
                String path,
                @Nullable Body body,
                @Nullable String key,
                @Nullable String etag) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            Duration pause = Duration.ofMillis(100);
            while (true) {
                String why;
                try {
                    HttpResponse<String> response = send(service, method, path, JSON_TYPE, body, key, etag);
                    Answer answer = answer(response);
                    if (!isWorthRepeating(answer)) {
                        return answer;
                    }
                    if (answer.status() == 429) {
                        pause = Duration.ofSeconds(response.headers()
                                .firstValueAsLong("Retry-After")
                                .orElse(1));
                    }
                    why = answer.problem();
                } catch (IOException e) {
                    why = e.getClass().getSimpleName();
                }
                if (System.nanoTime() > deadline) {
                    throw new Failure(service.artifact() + " gave no usable answer to " + method + " " + path + " for "
                            + PATIENCE.toSeconds() + " s (" + why + "): see ./ninetyten status and ./ninetyten logs "
                            + service.artifact() + ".");
                }
                repeated.increment();
                Waiting.pause(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
        }

        private HttpResponse<String> send(
                Services service,
                String method,
                String path,
                String accept,
                @Nullable Body body,
                @Nullable String key,
                @Nullable String etag)
                throws IOException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url(home) + path))
                    .timeout(timeout)
                    .header("Accept", accept);
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", body.type())
                        .method(method, HttpRequest.BodyPublishers.ofString(body.text()));
            }
            if (!user.isEmpty()) {
                request.header("Authorization", "Bearer " + token(user));
            }
            if (key != null && !key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            if (etag != null && !etag.isEmpty()) {
                request.header("If-Match", etag);
            }
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted.", e);
            }
        }
    }

    private static boolean isWorthRepeating(Answer answer) {
        return answer.status() >= 500
                || answer.status() == 429
                || (answer.status() == 409 && answer.code().equals("idempotency-key-in-use"));
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean isJson = type.contains("json") && !response.body().isBlank();
        JsonNode body = isJson ? JSON.readTree(response.body()) : MissingNode.getInstance();
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    private String token(String user) {
        Token token = tokens.get(user);
        if (token == null || System.nanoTime() - token.madeAt() > TOKEN_LIFE.toNanos()) {
            token = new Token(realm.tokenOf(user), System.nanoTime());
            tokens.put(user, token);
        }
        return token.value();
    }
}
