package org.ninetyten.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Waiting;

/** Starts the platform, brings back what dies, and stops everything in reverse order. */
final class Supervisor {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration WATCH = Duration.ofMillis(300);
    private static final int RESTARTS_PER_MINUTE = 5;

    private final Home home;
    private final Console console;
    private final Platform platform;
    private final StateFile file;
    private final Map<String, ProcessHandle> processes = new HashMap<>();
    private final Map<String, Deque<Long>> restarts = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("component-", 0).factory());
    /** Shared by those that launch a process, taken whole by the one that stops all. */
    private final ReadWriteLock launches = new ReentrantReadWriteLock();

    private State state;
    private boolean stopping;

    Supervisor(Home home, Platform platform, Console console) {
        this.home = home;
        this.platform = platform;
        this.console = console;
        this.file = new StateFile(home.data());
        this.state = new State(
                Recorded.of("ninetyten", ProcessHandle.current(), "java", 0), home.portBase(), false, List.of());
    }

    /** Answers when everything is ready; on the first failure everything is stopped and the failure thrown. */
    void start() {
        // All of them before anything starts: a service's port would be asked for only when Kafka is there.
        platform.all().forEach(component -> Ports.mustBeFree(component.port(), component.name()));
        record(state);
        long begin = System.nanoTime();
        CompletableFuture<Void> postgres = inBackground(platform.postgres());
        CompletableFuture<Void> kafka = inBackground(platform.kafka());
        CompletableFuture<Void> keycloak = inBackground(platform.keycloak());
        List<CompletableFuture<Void>> all = new ArrayList<>(List.of(postgres, kafka, keycloak));
        CompletableFuture<Void> servers = CompletableFuture.allOf(postgres, kafka);
        for (Service service : platform.services()) {
            all.add(servers.thenRunAsync(() -> bring(service), threads));
        }
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        CompletableFuture<Void> everything = CompletableFuture.allOf(all.stream()
                .map(part -> part.whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        firstFailure.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(everything, firstFailure).join();
        } catch (CompletionException e) {
            stop();
            throw asFailure(e);
        }
        synchronized (this) {
            record(state.whenReady());
        }
        console.say("Ready after " + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ".");
    }

    private static Failure asFailure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Failure failure ? failure : new Failure("The start failed: " + cause + ".", cause);
    }

    private CompletableFuture<Void> inBackground(Component component) {
        return CompletableFuture.runAsync(() -> bring(component), threads);
    }

    private void bring(Component component) {
        long begin = System.nanoTime();
        ProcessHandle process;
        launches.readLock().lock();
        try {
            if (isStopping()) {
                return;
            }
            process = launch(component);
        } finally {
            launches.readLock().unlock();
        }
        awaitReady(component, process);
        component.afterStart();
        console.say("  %-22s ready at %s after %s"
                .formatted(
                        component.name(),
                        component.address(),
                        Console.seconds(Duration.ofNanos(System.nanoTime() - begin))));
    }

    private ProcessHandle launch(Component component) {
        Ports.mustBeFree(component.port(), component.name());
        console.say("  %-22s starting".formatted(component.name()));
        ProcessHandle process = component.start();
        synchronized (this) {
            processes.put(component.name(), process);
            record(state.with(Recorded.of(component.name(), process, component.program(), component.port())));
        }
        return process;
    }

    private void awaitReady(Component component, ProcessHandle process) {
        boolean ended =
                !Waiting.until(() -> !process.isAlive() || isStopping() || component.isReady(), START_LIMIT, POLL);
        if (isStopping()) {
            throw new Failure("Stopped while starting.");
        }
        Path log = home.log(component.name());
        if (!process.isAlive()) {
            DataFolder.refuseIfFull(home.data(), component.name());
            throw new Failure(component.name() + " ended while it was starting; the last lines of " + log + ":\n    "
                    + String.join("\n    ", lastWords(log)));
        }
        if (ended) {
            throw new Failure(component.name() + " runs but was not ready within " + START_LIMIT.toMinutes()
                    + " minutes: see " + log + " and " + component.address() + ".");
        }
    }

    /** Its errors if it logged any, else its last lines; where in the code it happened is for the log. */
    private static List<String> lastWords(Path log) {
        List<String> lines = Child.tail(log, 100).stream()
                .map(LogsCommand::readable)
                .filter(line -> !line.stripLeading().startsWith("at ")
                        && !line.stripLeading().startsWith("... "))
                .toList();
        List<String> errors =
                lines.stream().filter(line -> line.contains("ERROR")).toList();
        List<String> shown = errors.isEmpty() ? lines : errors;
        return shown.subList(Math.max(0, shown.size() - 6), shown.size());
    }

    /** Runs until the process is told to end. */
    void watch() {
        while (!isStopping()) {
            Waiting.pause(WATCH);
            for (Component component : platform.all()) {
                watch(component);
            }
        }
    }

    private void watch(Component component) {
        synchronized (this) {
            ProcessHandle process = processes.get(component.name());
            boolean requested = takeRequest(component);
            boolean dead = process != null && !process.isAlive() && !given.contains(component.name());
            if (stopping || !(dead || (requested && (process == null || !process.isAlive())))) {
                return;
            }
            if (requested) {
                given.remove(component.name());
                restarts.remove(component.name());
            } else if (tooOften(component)) {
                given.add(component.name());
                record(state.without(component.name()));
                console.say(component.name() + " ended " + RESTARTS_PER_MINUTE
                        + " times within a minute and stays down: see " + home.log(component.name())
                        + ", then ./ninetyten start " + component.name() + ".");
                return;
            }
            processes.remove(component.name());
            console.say(component.name() + " ended" + (requested ? "" : " unexpectedly") + "; starting it again.");
        }
        inBackground(component).exceptionally(failure -> {
            if (!isStopping()) {
                console.say(String.valueOf(
                        failure.getCause() == null
                                ? failure.getMessage()
                                : failure.getCause().getMessage()));
                retryLater(component);
            }
            return null;
        });
    }

    /** A start that failed leaves a dead process behind, so that the next round tries again or gives up. */
    private synchronized void retryLater(Component component) {
        if (!processes.containsKey(component.name())) {
            given.add(component.name());
            console.say(component.name() + " stays down: ./ninetyten start " + component.name() + " tries again.");
        }
    }

    private boolean tooOften(Component component) {
        Deque<Long> times = restarts.computeIfAbsent(component.name(), name -> new ArrayDeque<>());
        long now = System.nanoTime();
        times.removeIf(time -> now - time > Duration.ofMinutes(1).toNanos());
        times.add(now);
        return times.size() > RESTARTS_PER_MINUTE;
    }

    private boolean takeRequest(Component component) {
        return request(home, component.name()).toFile().delete();
    }

    /** The file by which `./ninetyten start` asks the running supervisor for a component. */
    static Path request(Home home, String component) {
        return home.data().resolve("start-" + component);
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Services first, PostgreSQL last; called twice it does nothing the second time. */
    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        console.say("Stopping.");
        // Whatever is just being launched is waited for, or it would be left behind.
        launches.writeLock().lock();
        stop(List.copyOf(platform.services()));
        for (Component component : List.of(platform.keycloak(), platform.kafka(), platform.postgres())) {
            stop(List.of(component));
        }
        file.delete();
        console.say("Everything is stopped; the data stays in " + home.data() + ".");
    }

    private void stop(List<Component> together) {
        CompletableFuture.allOf(together.stream()
                        .map(component -> CompletableFuture.runAsync(() -> stop(component), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void stop(Component component) {
        Optional<ProcessHandle> process = taken(component);
        if (process.isPresent()) {
            component.stop(process.get());
            console.say("  %-22s stopped".formatted(component.name()));
        }
    }

    private synchronized Optional<ProcessHandle> taken(Component component) {
        @Nullable ProcessHandle process = processes.remove(component.name());
        return Optional.ofNullable(process).filter(ProcessHandle::isAlive);
    }

    private void record(State changed) {
        state = changed;
        file.write(state);
    }

    /** Forgets requests of an earlier run. */
    static void forgetRequests(Home home) {
        try (Stream<Component> all = new Platform(home).all().stream()) {
            all.forEach(component -> {
                try {
                    Files.deleteIfExists(request(home, component.name()));
                } catch (java.io.IOException e) {
                    throw DataFolder.cannotWrite(home.data(), e);
                }
            });
        }
    }
}
