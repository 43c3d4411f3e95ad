package org.ninetyten.messaging.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a request with an {@code Idempotency-Key} once, and answers its repetitions with the stored answer for 24
 * hours. The answer is stored in the transaction of the effect: there is no moment at which one exists without the
 * other, so a crash leaves nothing half done and no key that is in use for ever. Keys are scoped to the caller.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;
    private final RoutingContext routing;

    @Inject
    Idempotency(AgroalDataSource dataSource, ObjectMapper json, Clock clock, Caller caller, RoutingContext routing) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
        this.routing = routing;
    }

    /**
     * Runs the action, or repeats the answer that it gave before. Only 2xx answers are kept; a refusal is thrown,
     * which undoes the action and leaves the key free.
     *
     * @param key the header as it was sent; without one the action simply runs
     * @param request the body, or anything that tells two requests to the same address apart
     * @param action runs in this method's transaction
     * @throws ProblemException 409 while the first request is running, 422 when the key came with another request
     */
    @Transactional
    public Response once(@Nullable String key, @Nullable Object request, Supplier<Response> action) {
        if (key == null || key.isBlank()) {
            return action.get();
        }
        if (key.length() > LONGEST_KEY) {
            throw ProblemException.invalid("Idempotency-Key", "must have at most " + LONGEST_KEY + " characters");
        }
        String client = caller.name();
        byte[] hash = hash(request);
        try (Connection connection = dataSource.getConnection()) {
            if (!lock(connection, client, key)) {
                throw new ProblemException(
                        GeneralProblem.IDEMPOTENCY_KEY_IN_USE, "Wait for the answer to the first request.");
            }
            Response stored = stored(connection, client, key, hash);
            if (stored != null) {
                return stored;
            }
            Response answer = action.get();
            if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
                store(connection, client, key, hash, answer);
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency keys cannot be read or written", e);
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOldKeys() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_key where created_at < ?")) {
            delete.setObject(1, now().minus(KEPT));
            delete.executeUpdate();
        }
    }

    private static boolean lock(Connection connection, String client, String key) throws SQLException {
        // A lock instead of a row with a state: it ends with the transaction, whatever ends that.
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 9010))")) {
            lock.setString(1, client + "\n" + key);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private @Nullable Response stored(Connection connection, String client, String key, byte[] hash)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select request_hash, status, headers, body from idempotency_key"
                        + " where client = ? and key = ? and created_at >= ?")) {
            select.setString(1, client);
            select.setString(2, key);
            select.setObject(3, now().minus(KEPT));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!MessageDigest.isEqual(hash, row.getBytes(1))) {
                    throw new ProblemException(
                            GeneralProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request.");
                }
                Response.ResponseBuilder answer = Response.status(row.getInt(2)).header("Idempotency-Replayed", "true");
                json.readValue(row.getString(3), HEADERS).forEach(answer::header);
                String body = row.getString(4);
                if (body != null) {
                    answer.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
                }
                return answer.build();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void store(Connection connection, String client, String key, byte[] hash, Response answer)
            throws SQLException {
        Map<String, String> headers = new TreeMap<>();
        if (answer.getLocation() != null) {
            headers.put(HttpHeaders.LOCATION, answer.getLocation().toString());
        }
        if (answer.getEntityTag() != null) {
            headers.put(HttpHeaders.ETAG, "\"" + answer.getEntityTag().getValue() + "\"");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into idempotency_key (client, key, request_hash, status, headers, body, created_at)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?, ?)"
                        + " on conflict (client, key) do update set request_hash = excluded.request_hash,"
                        + " status = excluded.status, headers = excluded.headers, body = excluded.body,"
                        + " created_at = excluded.created_at")) {
            insert.setString(1, client);
            insert.setString(2, key);
            insert.setBytes(3, hash);
            insert.setInt(4, answer.getStatus());
            insert.setString(5, json.writeValueAsString(headers));
            insert.setString(6, answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity()));
            insert.setObject(7, now());
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hash(@Nullable Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((routing.request().method() + " " + routing.normalizedPath() + "\n").getBytes(UTF_8));
            if (request != null) {
                digest.update(json.writeValueAsBytes(request));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
