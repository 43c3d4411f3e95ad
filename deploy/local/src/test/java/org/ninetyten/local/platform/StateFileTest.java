package org.ninetyten.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.local.home.Failure;

class StateFileTest {

    private final Recorded self = Recorded.of("ninetyten", ProcessHandle.current(), "java", 0);

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path data) {
        Recorded kafka = Recorded.of("kafka", ProcessHandle.current(), "java", 7192);
        State state = new State(self, 7100, true, List.of(kafka));
        StateFile file = new StateFile(data);
        file.write(state);
        assertEquals(Optional.of(state), file.read());
        file.delete();
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void aProcessThatGotTheIdLaterIsNotTakenForTheRecordedOne() {
        assertTrue(self.running().isPresent());
        Recorded earlier = new Recorded("kafka", self.pid(), self.startedAt().minusSeconds(60), "java", 7192);
        assertFalse(earlier.running().isPresent());
        Recorded other = new Recorded("kafka", self.pid(), self.startedAt(), "postgres", 7192);
        assertFalse(other.running().isPresent());
    }

    @Test
    void aRestartedPartReplacesItsOldProcess() {
        State state = new State(self, 7100, false, List.of())
                .with(new Recorded("kafka", 1, self.startedAt(), "java", 7192))
                .with(new Recorded("kafka", 2, self.startedAt(), "java", 7192));
        assertEquals(1, state.processes().size());
        assertEquals(2, state.process("kafka").orElseThrow().pid());
    }

    @Test
    void aBrokenFileIsAFailureWithAWayOut(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("state.json"), "{");
        Failure failure = assertThrows(Failure.class, () -> new StateFile(data).read());
        assertTrue(String.valueOf(failure.getMessage()).contains("delete the file"));
    }
}
