package org.ninetyten.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that every incoming channel says what happens to an event that fails: no default may decide that. */
public final class ChannelRules {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final Pattern CHANNEL = Pattern.compile(Pattern.quote(PREFIX) + "([a-z0-9-]+)\\..+");

    private ChannelRules() {}

    /**
     * Checks the module's {@code application.properties}.
     *
     * @param service the service's name, which is also its consumer group
     * @param topics the topics that it must read
     */
    public static void check(String service, Set<String> topics) {
        Properties config = load(Path.of("src/main/resources/application.properties"));
        Set<String> expected = new TreeSet<>();
        topics.forEach(topic -> expected.add(topic.replace('.', '-')));
        Set<String> channels = new TreeSet<>();
        for (String name : config.stringPropertyNames()) {
            Matcher channel = CHANNEL.matcher(name);
            if (channel.matches()) {
                channels.add(channel.group(1));
            }
        }
        List<String> faults = new ArrayList<>();
        if (!channels.equals(expected)) {
            faults.add("channels " + channels + " instead of " + expected);
        }
        for (String topic : topics) {
            Map<String, String> rules = Map.of(
                    "topics",
                    topic + "," + topic + "." + service + ".retry",
                    "group.id",
                    service,
                    "failure-strategy",
                    "dead-letter-queue",
                    "dead-letter-queue.topic",
                    topic + "." + service + ".dlt",
                    "auto.offset.reset",
                    "earliest",
                    "batch",
                    "true");
            rules.forEach((rule, value) -> {
                String name = PREFIX + topic.replace('.', '-') + "." + rule;
                if (!value.equals(config.getProperty(name))) {
                    faults.add(name + " is " + config.getProperty(name) + " instead of " + value);
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static Properties load(Path file) {
        Properties config = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            config.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config;
    }
}
