package org.ninetyten.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One PostgreSQL cluster for each service. */
class DatabasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void eachServiceHasAClusterOfItsOwn(String overlay) {
        Map<String, String> databases = new TreeMap<>();
        for (JsonNode cluster : Overlay.of(overlay).all("Cluster")) {
            assertEquals("postgresql.cnpg.io/v1", cluster.path("apiVersion").asText());
            JsonNode initdb = cluster.at("/spec/bootstrap/initdb");
            assertEquals(initdb.path("database").asText(), initdb.path("owner").asText());
            assertEquals(18, cluster.at("/spec/imageCatalogRef/major").asInt());
            assertTrue(cluster.at("/spec/storage/size").isTextual());
            databases.put(Overlay.name(cluster), initdb.path("database").asText());
        }
        assertEquals(
                Map.of(
                        "partner-database", "partner",
                        "lead-routing-database", "leadrouting",
                        "billing-database", "billing",
                        "events-database", "events",
                        "academy-database", "academy"),
                databases);
    }

    @Test
    void inProductionACommitSurvivesTheLossOfAMachine() {
        for (JsonNode cluster : Overlay.of("production").all("Cluster")) {
            assertEquals(3, cluster.at("/spec/instances").asInt());
            assertEquals(1, cluster.at("/spec/postgresql/synchronous/number").asInt());
            assertEquals(
                    "required", cluster.at("/spec/affinity/podAntiAffinityType").asText());
            assertTrue(cluster.at("/spec/walStorage/size").isTextual());
        }
    }

    @Test
    void inProductionEveryClusterIsBackedUp() {
        Overlay production = Overlay.of("production");
        Set<String> times = new HashSet<>();
        for (JsonNode cluster : production.all("Cluster")) {
            JsonNode plugin = cluster.at("/spec/plugins/0");
            assertEquals("barman-cloud.cloudnative-pg.io", plugin.path("name").asText());
            assertTrue(plugin.path("isWALArchiver").asBoolean());
            production.one(
                    "ObjectStore", plugin.at("/parameters/barmanObjectName").asText());
            JsonNode backup = production.one("ScheduledBackup", Overlay.name(cluster));
            assertEquals(Overlay.name(cluster), backup.at("/spec/cluster/name").asText());
            assertEquals("plugin", backup.at("/spec/method").asText());
            assertTrue(times.add(backup.at("/spec/schedule").asText()), "two backups at the same time");
        }
        assertEquals(5, times.size());
    }
}
