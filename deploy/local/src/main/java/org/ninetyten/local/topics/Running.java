package org.ninetyten.local.topics;

import java.util.List;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;

/** Answers in one sentence when the broker or a topic isn't there. */
final class Running {

    private Running() {}

    static Broker broker(Home home) {
        Broker broker = new Broker(home.kafkaServers());
        if (!broker.answers()) {
            throw new Failure(
                    "Kafka doesn't answer on " + home.kafkaServers() + ": start the platform with ./ninetyten run.");
        }
        return broker;
    }

    static List<String> known(TopicCatalogue catalogue, List<String> names) {
        List<String> all = catalogue.all().stream().map(Topic::name).toList();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new Failure("There is no topic " + name + ": ./ninetyten topics lists them.");
            }
        }
        return names;
    }
}
