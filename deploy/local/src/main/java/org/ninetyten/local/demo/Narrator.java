package org.ninetyten.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Predicate;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.topics.Event;
import org.ninetyten.local.topics.EventFeed;

/** Prints the story and stops it at the first thing that isn't as it should be. */
final class Narrator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Console console;
    private final EventFeed events;
    private int chapter;

    Narrator(Console console, EventFeed events) {
        this.console = console;
        this.events = events;
    }

    void chapter(String title) {
        chapter++;
        console.blank();
        console.say(chapter + ". " + title);
    }

    void tell(String line) {
        console.say("   " + line);
    }

    /** Waits for an event of the story and prints it. */
    Event event(String type, Predicate<JsonNode> fits) {
        Event event = events.await(type, seen -> fits.test(seen.data()), PATIENCE)
                .orElseThrow(() -> new Failure("The story waited " + PATIENCE.toSeconds() + " s for the event " + type
                        + " in vain: ./ninetyten topics shows who is behind, ./ninetyten logs why."));
        console.say("   ⚡ " + event.line(ZoneId.systemDefault()));
        return event;
    }

    void expect(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new Failure("The story expected that " + what + " is " + expected + ", but it is " + found + ".");
        }
    }
}
