package org.ninetyten.local.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Services;

class FailureSentencesTest {

    @Test
    void aPortThatBecomesFreeInAMomentIsNotTaken() throws Exception {
        ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture<Void> released = CompletableFuture.runAsync(
                () -> {
                    try {
                        held.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        assertDoesNotThrow(() -> Ports.mustBeFree(held.getLocalPort(), "billing-service"));
        released.get(5, TimeUnit.SECONDS);
    }

    @Test
    void aTakenPortIsNamedWithWhoNeedsItAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Failure failure =
                    assertThrows(Failure.class, () -> Ports.mustBeFree(taken.getLocalPort(), "billing-service"));
            String sentence = String.valueOf(failure.getMessage());
            assertTrue(sentence.startsWith(
                    "Port " + taken.getLocalPort() + ", which billing-service needs, is taken by "));
            assertTrue(sentence.contains("NINETYTEN_PORT_BASE"), sentence);
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                assertTrue(
                        sentence.contains("process " + ProcessHandle.current().pid()), sentence);
            }
        }
    }

    @Test
    void aFreePortIsNoFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertDoesNotThrow(() -> Ports.mustBeFree(port, "billing-service"));
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsOneSentence(@TempDir Path folder) throws IOException {
        // A file where the folder should be: root may write everywhere, so permissions would prove nothing here.
        Path file = Files.writeString(folder.resolve("data"), "");
        Failure failure = assertThrows(Failure.class, () -> DataFolder.prepare(file));
        assertTrue(String.valueOf(failure.getMessage()).contains("cannot be written"));
        assertTrue(String.valueOf(failure.getMessage()).endsWith("choose another folder with --data DIR."));
    }

    @Test
    void cleaningRemovesTheDataAndNothingElse(@TempDir Path folder) throws IOException {
        DataFolder.prepare(folder);
        Path database = Files.createDirectories(folder.resolve("postgres/base"));
        Files.writeString(database.resolve("1"), "");
        Path other = Files.writeString(folder.resolve("letter.txt"), "");
        DataFolder.clean(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(other), left.toList());
        }
    }

    @Test
    void anUnknownServiceIsAnsweredWithTheKnownOnes() {
        Failure failure = assertThrows(Failure.class, () -> Services.named("invoicing"));
        assertEquals(
                "There is no service invoicing: they are partner-service, lead-routing-service, billing-service, "
                        + "events-service, academy-service.",
                failure.getMessage());
        assertEquals(Services.LEAD_ROUTING, Services.named("lead-routing"));
        assertEquals(Services.LEAD_ROUTING, Services.named("leadrouting"));
    }

    @Test
    void aJsonLogLineIsShownAsText() {
        assertEquals(
                "12:00 ERROR org.x  It broke\n    java.io.IOException: disk",
                LogsCommand.readable("{\"timestamp\":\"12:00\",\"level\":\"ERROR\",\"loggerName\":\"org.x\","
                        + "\"message\":\"It broke\",\"exception\":{\"exceptionType\":\"java.io.IOException\","
                        + "\"message\":\"disk\"}}"));
        assertEquals("plain", LogsCommand.readable("plain"));
    }
}
