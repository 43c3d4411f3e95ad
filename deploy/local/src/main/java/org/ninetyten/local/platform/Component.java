package org.ninetyten.local.platform;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of the platform. */
interface Component {

    String name();

    /** The file name of the program that runs, to recognise the process later. */
    default String program() {
        return "java";
    }

    int port();

    /** Where a person finds it. */
    String address();

    /** How a person gets in. */
    String login();

    /** Starts the process and answers as soon as it exists. */
    ProcessHandle start();

    boolean isReady();

    /** What has to be done once it answers and before others may use it. */
    default void afterStart() {}

    default void stop(ProcessHandle process) {
        stop(process, Duration.ofSeconds(15));
    }

    /** Asks the process to end, and ends it when it has not done so in time. */
    static void stop(ProcessHandle process, Duration atMost) {
        process.destroy();
        if (!ended(process, atMost)) {
            process.destroyForcibly();
            ended(process, Duration.ofSeconds(5));
        }
    }

    static boolean ended(ProcessHandle process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CompletionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
