package org.ninetyten.messaging.inbox;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.ninetyten.messaging.Backoff;
import org.ninetyten.messaging.inbox.InboxTable.Status;
import org.ninetyten.messaging.outbox.Outbox;

/**
 * The handlers of one service for one topic.
 *
 * <p>A batch is one transaction: the inbox rows and all effects. If a handler throws, the batch is taken apart and every
 * event gets a few attempts, each in a transaction of its own, before it becomes a dead letter. While the database is
 * away nothing is given up; the batch waits, and with it its partitions.
 */
public final class Subscription {

    private static final Logger LOG = Logger.getLogger(Subscription.class);
    private static final int LONGEST_REASON = 2000;
    private static final int DEEPEST_CAUSE = 10;

    private final String service;
    private final String topic;
    private final String retryTopic;
    private final String deadLetterTopic;
    private final InboxTable table;
    private final Outbox outbox;
    private final int attempts;
    private final Backoff backoff;
    private final Clock clock;
    private final Map<String, Handler<?>> handlers = new HashMap<>();
    private final Counter consumed;
    private final Counter applied;
    private final Counter duplicate;
    private final Counter deadLettered;
    private final Counter ignored;

    Subscription(
            String service,
            String topic,
            InboxTable table,
            Outbox outbox,
            InboxConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.service = service;
        this.topic = topic;
        this.retryTopic = topic + "." + service + ".retry";
        this.deadLetterTopic = topic + "." + service + ".dlt";
        this.table = table;
        this.outbox = outbox;
        this.attempts = config.attempts();
        this.backoff = new Backoff(config.backoff(), config.longestBackoff());
        this.clock = clock;
        this.consumed = Counter.builder("ninetyten.inbox.consumed")
                .description("Records taken from the topic; the sum of all outcomes")
                .tag("topic", topic)
                .register(meters);
        this.applied = outcome("applied", meters);
        this.duplicate = outcome("duplicate", meters);
        this.deadLettered = outcome("dead-lettered", meters);
        this.ignored = outcome("ignored", meters);
    }

    private Counter outcome(String outcome, MeterRegistry meters) {
        return Counter.builder("ninetyten.inbox.events")
                .description("Records by what became of them")
                .tag("topic", topic)
                .tag("outcome", outcome)
                .register(meters);
    }

    /** What is done with the events of one type: with each on its own, or with all that follow one another. */
    private sealed interface Handler<T> {
        Class<T> data();

        void apply(List<Delivery> run);
    }

    private record EachAlone<T>(Class<T> data, Consumer<IncomingEvent<T>> work) implements Handler<T> {
        @Override
        public void apply(List<Delivery> run) {
            for (Delivery delivery : run) {
                delivery.within(() -> work.accept(delivery.event()));
            }
        }
    }

    private record Together<T>(Class<T> data, Consumer<List<IncomingEvent<T>>> work) implements Handler<T> {
        @Override
        public void apply(List<Delivery> run) {
            List<IncomingEvent<T>> events = new ArrayList<>(run.size());
            run.forEach(delivery -> events.add(delivery.event()));
            // One trace cannot stand for many; an event alone keeps its own.
            if (run.size() == 1) {
                run.getFirst().within(() -> work.accept(events));
            } else {
                work.accept(events);
            }
        }
    }

    private record Unreadable(Delivery delivery, RuntimeException failure) {}

    private record Outcome(int applied, int duplicates) {}

    /** Adds the handler for one event type. It runs in the inbox transaction and must not start one of its own. */
    public <T> Subscription on(String type, Class<T> data, Consumer<IncomingEvent<T>> handler) {
        return register(type, new EachAlone<>(data, handler));
    }

    /**
     * Adds the handler for many events of one type at once, so that it can work set-based: it gets those that follow one
     * another in a batch, in the order of the topic, each new. Should it throw, the events come again, one at a time.
     * What it appends to the outbox must name the correlation id of the event that it comes from.
     */
    public <T> Subscription onAll(String type, Class<T> data, Consumer<List<IncomingEvent<T>>> handler) {
        return register(type, new Together<>(data, handler));
    }

    private Subscription register(String type, Handler<?> handler) {
        if (handlers.putIfAbsent(type, handler) != null) {
            throw new IllegalArgumentException("There is already a handler for " + type);
        }
        return this;
    }

    /** Handles what was polled. Returns when every record is applied, known already, dead-lettered or not for us. */
    public void handle(ConsumerRecords<String, byte[]> records) {
        List<Delivery> deliveries = new ArrayList<>(records.count());
        List<Unreadable> unreadable = new ArrayList<>();
        int unknown = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            boolean sentAgain = record.topic().equals(retryTopic);
            try {
                Delivery delivery = Delivery.of(record, sentAgain);
                Handler<?> handler = handlers.get(delivery.type());
                if (handler == null) {
                    unknown++;
                    continue;
                }
                try {
                    delivery.prepare(handler.data());
                    deliveries.add(delivery);
                } catch (RuntimeException e) {
                    unreadable.add(new Unreadable(delivery, e));
                }
            } catch (NotAnEvent e) {
                unreadable.add(new Unreadable(Delivery.withoutEnvelope(record, sentAgain), e));
            }
        }
        ignored.increment(unknown);
        consumed.increment(unknown);
        applyTogetherOrOneByOne(deliveries);
        for (Unreadable each : unreadable) {
            deadLetter(each.delivery(), each.failure(), 1);
        }
    }

    private void applyTogetherOrOneByOne(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        try {
            count(whenTheDatabaseAnswers(() -> applyAll(deliveries)));
        } catch (Throwable failure) {
            rethrowIfTheMachineIsBroken(failure);
            LOG.debugf(failure, "A batch of %s failed, its events go one by one", topic);
            deliveries.forEach(this::applyOne);
        }
    }

    private void applyOne(Delivery delivery) {
        for (int attempt = 1; ; attempt++) {
            try {
                count(whenTheDatabaseAnswers(() -> applyAll(List.of(delivery))));
                return;
            } catch (Throwable failure) {
                rethrowIfTheMachineIsBroken(failure);
                if (attempt >= attempts) {
                    deadLetter(delivery, failure, attempt);
                    return;
                }
                pause(backoff.after(attempt));
            }
        }
    }

    /** Runs inside the transaction: notes all events at once, then applies the new ones in the order of the topic. */
    private Outcome applyAll(List<Delivery> deliveries) {
        Set<UUID> firstTime = new HashSet<>();
        Set<UUID> again = new HashSet<>();
        for (Delivery delivery : deliveries) {
            (delivery.sentAgain() ? again : firstTime).add(delivery.id());
        }
        Set<UUID> open = new HashSet<>(table.noteUnseen(service, topic, Status.APPLIED, firstTime));
        open.addAll(table.noteUnapplied(service, topic, Status.APPLIED, again));
        List<Delivery> fresh = deliveries.stream()
                .filter(delivery -> open.remove(delivery.id()))
                .toList();
        for (int from = 0, to; from < fresh.size(); from = to) {
            Handler<?> handler = handlerOf(fresh.get(from));
            to = from + 1;
            while (to < fresh.size() && handlerOf(fresh.get(to)).equals(handler)) {
                to++;
            }
            handler.apply(fresh.subList(from, to));
        }
        return new Outcome(fresh.size(), deliveries.size() - fresh.size());
    }

    private Handler<?> handlerOf(Delivery delivery) {
        return Objects.requireNonNull(handlers.get(delivery.type()));
    }

    private void deadLetter(Delivery delivery, Throwable failure, int tried) {
        boolean kept = whenTheDatabaseAnswers(() -> {
            List<UUID> id = List.of(delivery.id());
            Set<UUID> noted = delivery.sentAgain()
                    ? table.noteUnapplied(service, topic, Status.DEAD_LETTERED, id)
                    : table.noteUnseen(service, topic, Status.DEAD_LETTERED, id);
            if (noted.isEmpty()) {
                return false;
            }
            ConsumerRecord<String, byte[]> record = delivery.record();
            outbox.forward(
                    deadLetterTopic,
                    record.key(),
                    delivery.type(),
                    record.value(),
                    deadLetterHeaders(delivery, failure, tried));
            return true;
        });
        consumed.increment();
        if (!kept) {
            duplicate.increment();
            return;
        }
        deadLettered.increment();
        LOG.errorf(
                failure,
                "Event %s (%s) from %s is a dead letter now, after %d attempts",
                delivery.id(),
                delivery.type(),
                delivery.record().topic(),
                tried);
    }

    private Map<String, String> deadLetterHeaders(Delivery delivery, Throwable failure, int tried) {
        ConsumerRecord<String, byte[]> record = delivery.record();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null && !header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        Throwable root = rootOf(failure);
        headers.put(DeadLetterHeaders.ID, delivery.id().toString());
        headers.put(DeadLetterHeaders.REASON, shorten(reasonOf(root)));
        headers.put(
                DeadLetterHeaders.EXCEPTION,
                shorten(causes(failure).stream().map(Throwable::toString).collect(joining(", caused by "))));
        headers.put(DeadLetterHeaders.TOPIC, record.topic());
        headers.put(DeadLetterHeaders.PARTITION, String.valueOf(record.partition()));
        headers.put(DeadLetterHeaders.OFFSET, String.valueOf(record.offset()));
        headers.put(DeadLetterHeaders.TIME, clock.instant().toString());
        headers.put(DeadLetterHeaders.ATTEMPTS, String.valueOf(tried));
        return headers;
    }

    /** One transaction, repeated for as long as it fails because the database is away. */
    private <R> R whenTheDatabaseAnswers(Callable<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException failure) {
                if (!DatabaseFailure.isBehind(failure)) {
                    throw failure;
                }
                LOG.warnf("The database is away, %s waits: %s", topic, rootOf(failure));
                pause(backoff.after(attempt));
            }
        }
    }

    private void count(Outcome outcome) {
        consumed.increment(outcome.applied() + outcome.duplicates());
        applied.increment(outcome.applied());
        duplicate.increment(outcome.duplicates());
    }

    /** Out of memory is no property of the event; the process has to go. */
    private static void rethrowIfTheMachineIsBroken(Throwable failure) {
        if (failure instanceof VirtualMachineError broken) {
            throw broken;
        }
        if (failure instanceof Stopped stopped) {
            throw stopped;
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        }
    }

    /** The process stops while a batch waits: nothing of it is committed, it is delivered again. */
    private static final class Stopped extends RuntimeException {
        Stopped(InterruptedException cause) {
            super("Stopped while waiting", cause);
        }
    }

    /** One line for a person; where in the code it happened is in the other header. */
    private static String reasonOf(Throwable root) {
        if (root instanceof JsonMappingException unfit && !unfit.getPath().isEmpty()) {
            return "The data is not as its type says, at " + placeOf(unfit) + ".";
        }
        if (root instanceof JsonProcessingException unreadable) {
            JsonLocation place = unreadable.getLocation();
            return place == null
                    ? "The data is not JSON."
                    : "The data is not JSON, at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
        }
        String message = root.getMessage();
        return message == null ? root.toString() : message.lines().findFirst().orElse(root.toString());
    }

    private static String placeOf(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(joining("/", "/", ""));
    }

    private static Throwable rootOf(Throwable failure) {
        List<Throwable> chain = causes(failure);
        return chain.get(chain.size() - 1);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = failure;
        while (next != null && chain.size() < DEEPEST_CAUSE) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
