package org.ninetyten.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five services: the same shape, and each with its own names. */
class ServicesTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void rendersWithoutAWarning(String overlay) {
        assertEquals("", Overlay.of(overlay).warnings());
        assertFalse(Overlay.of(overlay).objects().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void noObjectIsThereTwice(String overlay) {
        Set<String> seen = new HashSet<>();
        for (JsonNode object : Overlay.of(overlay).objects()) {
            String id = object.path("apiVersion").asText() + " "
                    + object.path("kind").asText() + " " + Overlay.name(object);
            assertTrue(seen.add(id), id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyObjectLiesInTheNamespaceOfThePlatform(String overlay) {
        for (JsonNode object : Overlay.of(overlay).objects()) {
            if (!object.path("kind").asText().equals("Namespace")) {
                assertEquals("ninetyten", object.at("/metadata/namespace").asText(), Overlay.name(object));
            }
        }
        assertEquals(
                "restricted",
                Overlay.of(overlay)
                        .one("Namespace", "ninetyten")
                        .at("/metadata/labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void eachServiceHasADeploymentAServiceAnAccountAndABudget(String overlay) {
        Overlay rendered = Overlay.of(overlay);
        for (String kind : List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget")) {
            assertEquals(
                    new TreeSet<>(Catalogue.SERVICES),
                    rendered.all(kind).stream().map(Overlay::name).collect(Collectors.toCollection(TreeSet::new)),
                    kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void selectorsMeetThePodsOfTheirOwnServiceOnly(String overlay) {
        Overlay rendered = Overlay.of(overlay);
        for (String service : Catalogue.SERVICES) {
            JsonNode deployment = rendered.one("Deployment", service);
            List<JsonNode> selectors = new ArrayList<>();
            selectors.add(deployment.at("/spec/selector/matchLabels"));
            selectors.add(rendered.one("Service", service).at("/spec/selector"));
            selectors.add(rendered.one("PodDisruptionBudget", service).at("/spec/selector/matchLabels"));
            selectors.add(rendered.one("NetworkPolicy", service).at("/spec/podSelector/matchLabels"));
            for (JsonNode spread : deployment.at("/spec/template/spec/topologySpreadConstraints")) {
                selectors.add(spread.at("/labelSelector/matchLabels"));
            }
            assertEquals(6, selectors.size(), "two ways to spread");
            for (JsonNode selector : selectors) {
                assertEquals(1, selector.size(), selector::toString);
                assertEquals(service, selector.path("app.kubernetes.io/name").asText());
            }
            assertEquals(
                    service,
                    deployment
                            .at("/spec/template/metadata/labels")
                            .path("app.kubernetes.io/name")
                            .asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aPodIsAskedWhetherItHasStartedLivesAndIsReady(String overlay) {
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            JsonNode container = Overlay.container(deployment);
            Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready")
                    .forEach((probe, path) -> {
                        JsonNode http = container.path(probe).path("httpGet");
                        assertEquals("/q/health/" + path, http.path("path").asText(), Overlay.name(deployment));
                        assertEquals("http", http.path("port").asText());
                    });
            assertEquals("http", container.at("/ports/0/name").asText());
            assertEquals(8080, container.at("/ports/0/containerPort").asInt());
            assertEquals(
                    "8080",
                    Overlay.variable(deployment, "QUARKUS_HTTP_PORT")
                            .path("value")
                            .asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aPodRunsUnderTheRestrictedProfile(String overlay) {
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            JsonNode pod = deployment.at("/spec/template/spec");
            JsonNode container = Overlay.container(deployment);
            JsonNode context = container.path("securityContext");
            assertAll(
                    Overlay.name(deployment),
                    () -> assertEquals(1, pod.path("containers").size()),
                    () -> assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean()),
                    () -> assertEquals(
                            "RuntimeDefault",
                            pod.at("/securityContext/seccompProfile/type").asText()),
                    () -> assertTrue(context.path("runAsNonRoot").asBoolean()),
                    () -> assertTrue(context.path("readOnlyRootFilesystem").asBoolean()),
                    () -> assertFalse(context.path("allowPrivilegeEscalation").asBoolean(true)),
                    () -> assertEquals(
                            "[\"ALL\"]", context.at("/capabilities/drop").toString()),
                    () -> assertTrue(context.at("/capabilities/add").isMissingNode()),
                    () -> assertFalse(pod.path("automountServiceAccountToken").asBoolean(true)),
                    () -> assertFalse(pod.path("enableServiceLinks").asBoolean(true)),
                    () -> assertEquals(
                            Overlay.name(deployment),
                            pod.path("serviceAccountName").asText()),
                    () -> assertEquals(Set.of("/tmp"), writableFolders(pod, container)));
        }
        for (JsonNode account : Overlay.of(overlay).all("ServiceAccount")) {
            assertFalse(account.path("automountServiceAccountToken").asBoolean(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aPodSaysWhatItNeedsAndUpdatesWithoutAGap(String overlay) {
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            JsonNode resources = Overlay.container(deployment).path("resources");
            assertTrue(resources.at("/requests/cpu").isTextual());
            assertTrue(resources.at("/requests/memory").isTextual());
            assertTrue(resources.at("/limits/memory").isTextual());
            JsonNode strategy = deployment.at("/spec/strategy");
            assertEquals("RollingUpdate", strategy.path("type").asText());
            assertEquals(0, strategy.at("/rollingUpdate/maxUnavailable").asInt(-1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void anImageHasATagThatStaysWhatItIs(String overlay) {
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            String image = Overlay.container(deployment).path("image").asText();
            assertTrue(image.matches("ninetyten/" + Overlay.name(deployment) + ":[a-z0-9.-]+"), image);
        }
        assertFalse(Overlay.of(overlay).text().contains(":latest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void theConfigurationComesFromTheSecretsOfTheOperators(String overlay) {
        Overlay rendered = Overlay.of(overlay);
        for (JsonNode deployment : rendered.all("Deployment")) {
            String service = Overlay.name(deployment);
            String database = service.replace("-service", "-database");
            Map<String, String> keys = Map.of(
                    "DATABASE_HOST", "host",
                    "DATABASE_PORT", "port",
                    "DATABASE_NAME", "dbname",
                    "QUARKUS_DATASOURCE_USERNAME", "username",
                    "QUARKUS_DATASOURCE_PASSWORD", "password");
            keys.forEach((variable, key) -> {
                JsonNode reference = Overlay.variable(deployment, variable).at("/valueFrom/secretKeyRef");
                assertEquals(database + "-app", reference.path("name").asText());
                assertEquals(key, reference.path("key").asText());
            });
            JsonNode login =
                    Overlay.variable(deployment, "KAFKA_SASL_JAAS_CONFIG").at("/valueFrom/secretKeyRef");
            assertEquals(service, login.path("name").asText());
            assertEquals("sasl.jaas.config", login.path("key").asText());
            assertTrue(Overlay.variable(deployment, "QUARKUS_DATASOURCE_JDBC_URL")
                    .path("value")
                    .asText()
                    .contains("sslmode=verify-full"));
            assertEquals(
                    Set.of(database + "-ca", "ninetyten-cluster-ca-cert"),
                    deployment
                            .at("/spec/template/spec/volumes")
                            .valueStream()
                            .filter(volume -> volume.has("secret"))
                            .peek(volume -> assertEquals(
                                    "[{\"key\":\"ca.crt\",\"path\":\"ca.crt\"}]",
                                    volume.at("/secret/items").toString(),
                                    "only the certificate, never the key beside it"))
                            .map(volume -> volume.at("/secret/secretName").asText())
                            .collect(Collectors.toSet()));
            JsonNode shared = rendered.one(
                            "ConfigMap",
                            Overlay.container(deployment)
                                    .at("/envFrom/0/configMapRef/name")
                                    .asText())
                    .path("data");
            assertEquals(
                    "ninetyten-kafka-bootstrap:9093",
                    shared.path("KAFKA_BOOTSTRAP_SERVERS").asText());
            assertEquals("SASL_SSL", shared.path("KAFKA_SECURITY_PROTOCOL").asText());
            assertEquals("SCRAM-SHA-512", shared.path("KAFKA_SASL_MECHANISM").asText());
            assertTrue(shared.path("QUARKUS_OIDC_AUTH_SERVER_URL").asText().endsWith("/realms/ninetyten"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void noSecretIsInGit(String overlay) {
        Overlay rendered = Overlay.of(overlay);
        assertEquals(List.of(), rendered.all("Secret"));
        for (JsonNode deployment : rendered.all("Deployment")) {
            for (JsonNode variable : Overlay.container(deployment).path("env")) {
                if (variable.path("name").asText().matches(".*(PASSWORD|SECRET|TOKEN|JAAS).*")) {
                    assertTrue(variable.path("value").isMissingNode(), variable::toString);
                }
            }
        }
        for (JsonNode map : rendered.all("ConfigMap")) {
            map.path("data")
                    .fieldNames()
                    .forEachRemaining(key -> assertFalse(key.matches(".*(PASSWORD|SECRET|TOKEN|JAAS).*"), key));
        }
    }

    @Test
    void productionOpensTheApiToTheWorldAndNothingElse() {
        Overlay production = Overlay.of("production");
        for (String service : Catalogue.SERVICES) {
            JsonNode spec = production.one("HTTPRoute", service).path("spec");
            assertEquals(1, spec.path("rules").size());
            JsonNode rule = spec.at("/rules/0");
            assertEquals(1, rule.path("matches").size());
            assertEquals("/v1", rule.at("/matches/0/path/value").asText());
            assertEquals("PathPrefix", rule.at("/matches/0/path/type").asText());
            assertEquals(service, rule.at("/backendRefs/0/name").asText());
            assertEquals(80, rule.at("/backendRefs/0/port").asInt());
        }
        assertEquals(5, production.all("HTTPRoute").size());
        for (JsonNode service : production.all("Service")) {
            assertTrue(service.at("/spec/type").isMissingNode(), "reached through the gateway only");
        }
    }

    @Test
    void inProductionAServiceSurvivesTheLossOfAPod() {
        for (JsonNode deployment : Overlay.of("production").all("Deployment")) {
            assertTrue(deployment.at("/spec/replicas").asInt() >= 2, Overlay.name(deployment));
            JsonNode budget = Overlay.of("production").one("PodDisruptionBudget", Overlay.name(deployment));
            assertEquals(1, budget.at("/spec/maxUnavailable").asInt());
        }
    }

    @Test
    void theImageRunsAsTheUserThatThePodsDemand() throws IOException {
        String dockerfile = Files.readString(Overlay.FOLDER.resolve("Dockerfile"));
        for (JsonNode deployment : Overlay.of("production").all("Deployment")) {
            JsonNode context = deployment.at("/spec/template/spec/securityContext");
            String user = context.path("runAsUser").asText() + ":"
                    + context.path("runAsGroup").asText();
            assertTrue(dockerfile.contains("\nUSER " + user + "\n"), user);
        }
    }

    private static Set<String> writableFolders(JsonNode pod, JsonNode container) {
        Set<String> scratch = pod.path("volumes")
                .valueStream()
                .filter(volume -> volume.has("emptyDir"))
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        return container
                .path("volumeMounts")
                .valueStream()
                .filter(mount -> scratch.contains(mount.path("name").asText())
                        || !mount.path("readOnly").asBoolean())
                .map(mount -> mount.path("mountPath").asText())
                .collect(Collectors.toSet());
    }
}
