package org.ninetyten.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the services are configured to read, against the catalogue that the topics and the rules are made from. */
class ConsumersTest {

    @ParameterizedTest
    @FieldSource("org.ninetyten.kubernetes.Catalogue#SERVICES")
    void aServiceReadsItsTopicsAndItsRetriesAndHasAPlaceForWhatFails(String service) throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (Catalogue.Topic topic : Catalogue.read().topics()) {
            if (topic.consumers().contains(service)) {
                read.addAll(List.of(topic.name(), topic.retryOf(service)));
                failed.add(topic.deadLettersOf(service));
            }
        }
        assertEquals(read, settings(service, ".topics"));
        assertEquals(failed, settings(service, ".dead-letter-queue.topic"));
    }

    @ParameterizedTest
    @FieldSource("org.ninetyten.kubernetes.Catalogue#SERVICES")
    void aServiceReadsInTheGroupThatItMayUse(String service) throws IOException {
        assertEquals(Set.of(service), settings(service, ".group.id"));
    }

    private static Set<String> settings(String service, String setting) throws IOException {
        Path file = Overlay.FOLDER
                .resolve("../..")
                .resolve(service)
                .resolve("src/main/resources/application.properties")
                .normalize();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Set<String> values = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith("mp.messaging.incoming.") && key.endsWith(setting)) {
                for (String value : properties.getProperty(key).split(",", -1)) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }
}
