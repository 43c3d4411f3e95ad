package org.ninetyten.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kafka: the topics of the catalogue, and who may do what with them. */
class KafkaTest {

    private static final String READS = "[Describe, Read]";
    private static final String WRITES = "[Describe, Write]";

    private final Catalogue catalogue = Catalogue.read();

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void theTopicsAreThoseOfTheCatalogue(String overlay) {
        Map<String, Catalogue.Declared> rendered = new TreeMap<>();
        for (JsonNode topic : Overlay.of(overlay).all("KafkaTopic")) {
            assertTrue(topic.at("/spec/topicName").isMissingNode(), "the name of the object is the topic's");
            assertEquals("delete", topic.at("/spec/config/cleanup.policy").asText());
            assertEquals(-1, topic.at("/spec/config/retention.bytes").asLong());
            rendered.put(
                    Overlay.name(topic),
                    new Catalogue.Declared(
                            topic.at("/spec/partitions").asInt(),
                            topic.at("/spec/config/retention.ms").asLong()));
        }
        assertEquals(catalogue.declared(), rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void personalDataIsGoneSoonAfterItsRetention(String overlay) {
        Set<String> personal = new TreeSet<>();
        for (JsonNode topic : Overlay.of(overlay).all("KafkaTopic")) {
            if (topic.at("/metadata/labels").has("ninetyten.org/personal-data")) {
                personal.add(Overlay.name(topic));
                assertEquals(604_800_000, topic.at("/spec/config/retention.ms").asLong());
                assertTrue(topic.at("/spec/config/segment.ms").asLong() <= 3_600_000);
                assertTrue(topic.at("/spec/config").has("segment.ms"));
            }
        }
        assertEquals(
                Set.of(
                        "events.attendee",
                        "events.attendee.lead-routing-service.dlt",
                        "events.attendee.lead-routing-service.retry"),
                personal);
    }

    @Test
    void inProductionAnEventIsOnTwoBrokersBeforeItCounts() {
        Overlay production = Overlay.of("production");
        for (JsonNode topic : production.all("KafkaTopic")) {
            assertEquals(3, topic.at("/spec/replicas").asInt(), Overlay.name(topic));
            assertEquals(2, topic.at("/spec/config/min.insync.replicas").asInt(), Overlay.name(topic));
        }
        JsonNode config = production.one("Kafka", "ninetyten").at("/spec/kafka/config");
        assertEquals(2, config.path("min.insync.replicas").asInt());
        assertEquals(3, config.path("offsets.topic.replication.factor").asInt());
        for (JsonNode pool : production.all("KafkaNodePool")) {
            assertEquals(3, pool.at("/spec/replicas").asInt());
            assertFalse(pool.at("/spec/storage/volumes/0/deleteClaim").asBoolean(true));
        }
    }

    @Test
    void oneLocalBrokerIsEnough() {
        Overlay local = Overlay.of("local");
        assertEquals(1, local.all("KafkaNodePool").size());
        for (JsonNode topic : local.all("KafkaTopic")) {
            assertEquals(1, topic.at("/spec/replicas").asInt(), Overlay.name(topic));
            assertEquals(1, topic.at("/spec/config/min.insync.replicas").asInt(), Overlay.name(topic));
        }
        local.one("Kafka", "ninetyten")
                .at("/spec/kafka/config")
                .properties()
                .forEach(entry -> assertTrue(
                        entry.getValue().isBoolean() || entry.getValue().asInt() == 1, entry::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void everyObjectOfTheOperatorHasTheCurrentVersionAndBelongsToTheCluster(String overlay) {
        for (String kind : List.of("KafkaNodePool", "KafkaTopic", "KafkaUser")) {
            for (JsonNode object : Overlay.of(overlay).all(kind)) {
                assertEquals("kafka.strimzi.io/v1", object.path("apiVersion").asText());
                assertEquals(
                        "ninetyten",
                        object.at("/metadata/labels").path("strimzi.io/cluster").asText(),
                        Overlay.name(object));
            }
        }
        assertEquals(
                "kafka.strimzi.io/v1",
                Overlay.of(overlay).one("Kafka", "ninetyten").path("apiVersion").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void noClientGetsInWithoutEncryptionAPasswordAndARule(String overlay) {
        JsonNode kafka = Overlay.of(overlay).one("Kafka", "ninetyten").at("/spec/kafka");
        assertEquals(1, kafka.path("listeners").size());
        assertTrue(kafka.at("/listeners/0/tls").asBoolean());
        assertEquals(
                "scram-sha-512", kafka.at("/listeners/0/authentication/type").asText());
        assertEquals(1, kafka.at("/listeners/0/networkPolicyPeers").size());
        assertEquals("simple", kafka.at("/authorization/type").asText());
        assertTrue(kafka.at("/authorization/superUsers").isMissingNode());
        assertFalse(kafka.at("/config/auto.create.topics.enable").asBoolean(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aServiceWritesItsOwnTopicsAndReadsWhatItConsumesAndNothingElse(String overlay) {
        for (String service : Catalogue.SERVICES) {
            Map<String, String> expected = new TreeMap<>();
            expected.put("group " + service, READS);
            for (Catalogue.Topic topic : catalogue.topics()) {
                if (topic.producer().equals(service)) {
                    expected.put("topic " + topic.name(), WRITES);
                }
                if (topic.consumers().contains(service)) {
                    expected.put("topic " + topic.name(), READS);
                    expected.put("topic " + topic.retryOf(service), READS);
                    expected.put("topic " + topic.deadLettersOf(service), WRITES);
                }
            }
            assertEquals(expected, rulesOf(overlay, service), service);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void analystsReadEveryEventButThoseWithPersonalData(String overlay) {
        Map<String, String> expected = new TreeMap<>();
        expected.put("group analytics", READS);
        catalogue.topics().stream()
                .filter(Catalogue.Topic::isKeptForEver)
                .forEach(topic -> expected.put("topic " + topic.name(), READS));
        assertFalse(expected.containsKey("topic events.attendee"));
        assertEquals(expected, rulesOf(overlay, "analytics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void theReplayOfDeadLettersReadsThemAndWritesRetries(String overlay) {
        Map<String, String> expected = new TreeMap<>();
        expected.put("group dead-letters", READS);
        for (Catalogue.Topic topic : catalogue.topics()) {
            for (String service : topic.consumers()) {
                expected.put("topic " + topic.deadLettersOf(service), READS);
                expected.put("topic " + topic.retryOf(service), WRITES);
            }
        }
        assertEquals(expected, rulesOf(overlay, "dead-letters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void nobodyElseHasAnAccount(String overlay) {
        Set<String> expected = new TreeSet<>(Catalogue.SERVICES);
        expected.addAll(List.of("analytics", "dead-letters"));
        Set<String> users = new TreeSet<>();
        for (JsonNode user : Overlay.of(overlay).all("KafkaUser")) {
            users.add(Overlay.name(user));
            assertEquals("scram-sha-512", user.at("/spec/authentication/type").asText());
            assertTrue(user.at("/spec/authentication/password").isMissingNode(), "the operator makes the password");
        }
        assertEquals(expected, users);
    }

    /** What the user may do, by resource; every rule allows, and names exactly one resource. */
    private static Map<String, String> rulesOf(String overlay, String user) {
        JsonNode authorization = Overlay.of(overlay).one("KafkaUser", user).at("/spec/authorization");
        assertEquals("simple", authorization.path("type").asText());
        Map<String, String> rules = new TreeMap<>();
        for (JsonNode rule : authorization.path("acls")) {
            assertEquals("literal", rule.at("/resource/patternType").asText());
            assertTrue(rule.path("type").isMissingNode());
            String resource = rule.at("/resource/type").asText() + " "
                    + rule.at("/resource/name").asText();
            Set<String> operations = new TreeSet<>();
            rule.path("operations").forEach(operation -> operations.add(operation.asText()));
            assertFalse(resource.contains("*"), resource);
            assertEquals(null, rules.put(resource, operations.toString()), resource + " has two rules");
        }
        return rules;
    }
}
