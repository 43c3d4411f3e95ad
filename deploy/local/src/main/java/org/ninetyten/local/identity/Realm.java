package org.ninetyten.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;

/** The realm `ninetyten`: imported once, and asked for tokens. */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String ADMIN_TOKEN = "/realms/master/protocol/openid-connect/token";
    private static final String TOKEN = "/realms/ninetyten/protocol/openid-connect/token";

    private final String server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public Realm(String server) {
        this.server = server;
    }

    /** Before the realm exists the server answers with 404, which is an answer too. */
    public boolean serverAnswers() {
        try {
            int status = get("/realms/master", "").statusCode();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Imports the realm unless it is there: what a person changed in it stays. */
    public void ensure() {
        try {
            if (get("/realms/ninetyten", "").statusCode() == 200) {
                return;
            }
            String admin = token(
                    ADMIN_TOKEN,
                    Map.of(
                            "grant_type", "password",
                            "client_id", "admin-cli",
                            "username", "admin",
                            "password", Home.LOCAL_PASSWORD));
            try (InputStream realm = Objects.requireNonNull(Realm.class.getResourceAsStream("/realm.json"))) {
                HttpResponse<String> answer =
                        post("/admin/realms", admin, new String(realm.readAllBytes(), StandardCharsets.UTF_8));
                if (answer.statusCode() != 201) {
                    throw new Failure("Keycloak refused the realm: " + answer.statusCode() + " " + answer.body() + ".");
                }
            }
        } catch (IOException e) {
            throw new Failure("Keycloak broke off while the realm was imported: " + e.getMessage() + ".", e);
        }
    }

    /** A token of a vendor user, a machine client, or a user of the partner with this id (`partner:<id>`). */
    public String tokenOf(String user) {
        try {
            if (user.startsWith("partner:")) {
                return partnerToken(user.substring("partner:".length()));
            }
            if (user.equals("website") || user.equals("product")) {
                return clientToken(user);
            }
            return userToken(user);
        } catch (IOException e) {
            throw new Failure("Keycloak doesn't answer on " + server + ": start the platform with ./ninetyten run.", e);
        }
    }

    private String userToken(String user) throws IOException {
        return token(
                TOKEN,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "ninetyten-cli",
                        "username",
                        user,
                        "password",
                        Home.LOCAL_PASSWORD));
    }

    private String clientToken(String client) throws IOException {
        return token(
                TOKEN,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", Home.LOCAL_PASSWORD));
    }

    private String partnerToken(String partnerId) throws IOException {
        String user = "partner-" + partnerId;
        String admin = clientToken("ninetyten-local");
        JsonNode found = JSON.readTree(get("/admin/realms/ninetyten/users?exact=true&username=" + encode(user), admin)
                .body());
        if (found.isEmpty()) {
            create(user, partnerId, admin);
        }
        return userToken(user);
    }

    private void create(String user, String partnerId, String admin) throws IOException {
        String body = JSON.createObjectNode()
                .put("username", user)
                .put("enabled", true)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "attributes",
                        JSON.createObjectNode()
                                .set("partner_id", JSON.createArrayNode().add(partnerId)))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "credentials",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("type", "password")
                                        .put("value", Home.LOCAL_PASSWORD)
                                        .put("temporary", false)))
                .toString();
        HttpResponse<String> created = post("/admin/realms/ninetyten/users", admin, body);
        // Another command may have made the same user at the same moment.
        if (created.statusCode() == 409) {
            return;
        }
        String location = created.headers().firstValue("Location").orElse("");
        if (created.statusCode() != 201 || location.isEmpty()) {
            throw new Failure(
                    "Keycloak refused the user " + user + ": " + created.statusCode() + " " + created.body() + ".");
        }
        String id = location.substring(location.lastIndexOf('/') + 1);
        JsonNode role = JSON.readTree(
                get("/admin/realms/ninetyten/roles/partner-admin", admin).body());
        HttpResponse<String> granted = post(
                "/admin/realms/ninetyten/users/" + id + "/role-mappings/realm",
                admin,
                JSON.createArrayNode().add(role).toString());
        if (granted.statusCode() != 204) {
            throw new Failure("Keycloak refused the role of " + user + ": " + granted.statusCode() + ".");
        }
    }

    private String token(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            String who = form.getOrDefault("username", form.getOrDefault("client_id", "?"));
            throw new Failure("Keycloak gave no token for " + who + " (" + answer.statusCode() + " "
                    + JSON.readTree(answer.body()).path("error_description").asText() + "): the users are named like "
                    + "their roles, e.g. sales-desk, and partner:<partnerId>.");
        }
        return JSON.readTree(answer.body()).required("access_token").asText();
    }

    private HttpResponse<String> get(String path, String token) throws IOException {
        return send(authorised(path, token).GET());
    }

    private HttpResponse<String> post(String path, String token, String json) throws IOException {
        return send(authorised(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder authorised(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
