package org.ninetyten.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom. */
class NetworkPoliciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everythingIsForbiddenByDefault(String overlay) {
        JsonNode spec = Overlay.of(overlay).one("NetworkPolicy", "default-deny").path("spec");
        assertTrue(spec.path("podSelector").isObject());
        assertTrue(spec.path("podSelector").isEmpty(), "every pod of the namespace");
        assertEquals("[\"Ingress\",\"Egress\"]", spec.path("policyTypes").toString());
        assertFalse(spec.has("ingress"));
        assertFalse(spec.has("egress"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void noRuleIsOpenToAllAndEachNamesItsPorts(String overlay) {
        for (JsonNode policy : Overlay.of(overlay).all("NetworkPolicy")) {
            for (String direction : List.of("ingress", "egress")) {
                for (JsonNode rule : policy.at("/spec/" + direction)) {
                    JsonNode peers = rule.path(direction.equals("ingress") ? "from" : "to");
                    assertFalse(peers.isEmpty(), Overlay.name(policy));
                    assertFalse(rule.path("ports").isEmpty(), Overlay.name(policy));
                    for (JsonNode peer : peers) {
                        assertFalse(peer.isEmpty(), Overlay.name(policy));
                        peer.forEach(selector -> assertFalse(selector.isEmpty(), Overlay.name(policy)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aServiceReachesItsOwnDatabaseKafkaAndNamesOnly(String overlay) {
        for (String service : Catalogue.SERVICES) {
            String database = service.replace("-service", "-database");
            JsonNode policy = Overlay.of(overlay).one("NetworkPolicy", service);
            assertEquals(
                    "[\"Ingress\",\"Egress\"]", policy.at("/spec/policyTypes").toString());
            Set<String> reached = new TreeSet<>();
            for (JsonNode rule : policy.at("/spec/egress")) {
                assertEquals(1, rule.path("to").size());
                reached.add(rule.at("/to/0").toString() + " " + ports(rule));
            }
            assertEquals(
                    Set.of(
                            "{\"podSelector\":{\"matchLabels\":{\"cnpg.io/cluster\":\"" + database + "\"}}} [5432/TCP]",
                            "{\"podSelector\":{\"matchLabels\":{\"strimzi.io/name\":\"ninetyten-kafka\"}}} [9093/TCP]",
                            "{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"kube-system\"}},"
                                    + "\"podSelector\":{\"matchLabels\":{\"k8s-app\":\"kube-dns\"}}} [53/UDP, 53/TCP]"),
                    reached);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void onlyItsOwnServiceItsReplicasAndTheOperatorReachADatabase(String overlay) {
        for (String service : Catalogue.SERVICES) {
            String database = service.replace("-service", "-database");
            JsonNode spec = Overlay.of(overlay).one("NetworkPolicy", database).path("spec");
            assertEquals(
                    database,
                    spec.at("/podSelector/matchLabels").path("cnpg.io/cluster").asText());
            List<String> clients = new ArrayList<>();
            for (JsonNode rule : spec.path("ingress")) {
                if (ports(rule).contains("5432/TCP")) {
                    rule.path("from")
                            .forEach(peer -> clients.add(
                                    peer.at("/podSelector/matchLabels").toString()));
                }
            }
            assertEquals(
                    List.of(
                            "{\"app.kubernetes.io/name\":\"" + service + "\"}",
                            "{\"cnpg.io/cluster\":\"" + database + "\"}",
                            "{\"app.kubernetes.io/name\":\"cloudnative-pg\"}"),
                    clients);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void kafkaLetsInThePodsOfTheServices(String overlay) {
        JsonNode peer = Overlay.of(overlay)
                .one("Kafka", "ninetyten")
                .at("/spec/kafka/listeners/0/networkPolicyPeers/0/podSelector/matchLabels");
        assertEquals("{\"ninetyten.org/kafka-client\":\"true\"}", peer.toString());
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            assertEquals(
                    "true",
                    deployment
                            .at("/spec/template/metadata/labels")
                            .path("ninetyten.org/kafka-client")
                            .asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void thePodsOfTheServicesReachTheOidcProvider(String overlay) {
        JsonNode selector = Overlay.of(overlay).one("NetworkPolicy", "oidc").at("/spec/podSelector/matchLabels");
        assertEquals(2, selector.size());
        for (JsonNode deployment : Overlay.of(overlay).all("Deployment")) {
            JsonNode labels = deployment.at("/spec/template/metadata/labels");
            selector.properties()
                    .forEach(label -> assertEquals(label.getValue(), labels.path(label.getKey()), label.getKey()));
        }
    }

    @Test
    void theOidcProviderOfTheLocalClusterIsReachedWhereTheServicesLookForIt() {
        JsonNode rule = Overlay.of("local").one("NetworkPolicy", "oidc").at("/spec/egress/0");
        assertEquals(
                "{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"keycloak\"}}}",
                rule.at("/to/0").toString());
        assertEquals(List.of("8080/TCP"), ports(rule));
        assertTrue(Overlay.of("local")
                .all("ConfigMap")
                .getFirst()
                .at("/data/QUARKUS_OIDC_AUTH_SERVER_URL")
                .asText()
                .startsWith("http://keycloak.keycloak.svc:8080/"));
    }

    @Test
    void theOidcProviderOfProductionIsOutsideAndEncrypted() {
        JsonNode egress = Overlay.of("production").one("NetworkPolicy", "oidc").at("/spec/egress");
        assertEquals(1, egress.size());
        assertEquals(List.of("443/TCP"), ports(egress.get(0)));
        assertTrue(egress.at("/0/to/0/ipBlock/cidr").isTextual());
        assertTrue(Overlay.of("production")
                .all("ConfigMap")
                .getFirst()
                .at("/data/QUARKUS_OIDC_AUTH_SERVER_URL")
                .asText()
                .startsWith("https://"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void noPodOfAServiceMayReachTheWholeNetwork(String overlay) {
        for (JsonNode policy : Overlay.of(overlay).all("NetworkPolicy")) {
            if (policy.at("/spec/egress").toString().contains("0.0.0.0/0")) {
                assertTrue(
                        Set.of("kafka", "databases").contains(Overlay.name(policy)),
                        Overlay.name(policy) + " opens the network to pods that need no Kubernetes API");
            }
        }
    }

    private static List<String> ports(JsonNode rule) {
        return rule.path("ports")
                .valueStream()
                .map(port ->
                        port.path("port").asText() + "/" + port.path("protocol").asText())
                .toList();
    }
}
