package org.ninetyten.local.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ninetyten.local.home.Services;

class TopicCatalogueTest {

    private final TopicCatalogue catalogue = TopicCatalogue.load();

    @Test
    void everyTopicThatAServiceReadsOrSendsDeadLettersToIsDeclared() throws IOException {
        Set<String> declared = catalogue.all().stream().map(Topic::name).collect(Collectors.toSet());
        List<String> undeclared = new ArrayList<>();
        for (String service : Services.artifacts()) {
            Path file = Path.of("../..", service, "src/main/resources/application.properties");
            Properties settings = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    settings.load(reader);
                }
            }
            settings.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("mp.messaging.incoming.") && name.matches(".*\\.topics?"))
                    .flatMap(name -> List.of(settings.getProperty(name).split(",")).stream())
                    .map(String::strip)
                    .filter(topic -> !declared.contains(topic))
                    .forEach(topic -> undeclared.add(service + " → " + topic));
        }
        assertEquals(List.of(), undeclared);
    }

    @Test
    void whatAnalystsReadIsKeptForEver() {
        for (TopicCatalogue.Subject subject : catalogue.subjects()) {
            if (!subject.topic().name().equals("events.attendee")) {
                assertEquals(
                        Optional.empty(),
                        subject.topic().retention(),
                        subject.topic().name());
                assertEquals("-1", subject.topic().settings().get("retention.ms"));
            }
        }
    }

    @Test
    void visitorsLeaveTheirTopicAndItsDeadLettersAfterSevenDays() {
        List<Topic> visitors = catalogue.all().stream()
                .filter(topic -> topic.name().startsWith("events.attendee"))
                .toList();
        assertEquals(3, visitors.size());
        assertTrue(visitors.stream().allMatch(topic -> topic.retention().equals(Optional.of(Duration.ofDays(7)))));
    }

    @Test
    void eachConsumerHasItsOwnDeadLettersAndRetries() {
        assertEquals(11, catalogue.deadLetters().size());
        assertTrue(catalogue.all().contains(new Topic("leadrouting.deal.billing-service.dlt", 1, Optional.empty())));
        assertEquals(
                catalogue.all().size(),
                catalogue.all().stream().map(Topic::name).distinct().count());
    }
}
