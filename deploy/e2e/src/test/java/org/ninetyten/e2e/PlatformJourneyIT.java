package org.ninetyten.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer does: starts the platform, watches the story, replays a pipeline. And what goes wrong meanwhile. */
class PlatformJourneyIT {

    @TempDir
    static Path folder;

    private static Platform platform;

    @BeforeAll
    static void startThePlatform() throws IOException {
        platform = new Platform(folder.resolve("data"));
        platform.start();
    }

    @AfterAll
    static void stopThePlatformAndLeaveNothingBehind() throws InterruptedException {
        List<ProcessHandle> processes = platform.processes();
        platform.stop();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void theStoryIsToldToItsEnd() throws Exception {
        Platform.Outcome demo = platform.ninetyten("demo", "--partners", "60");

        assertThat(demo.exitCode()).as(demo.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"lead-routing-service, LR", "billing-service, BI"})
    void aReplayComesOutToTheCentThoughAServiceIsKilled(String service, String idPrefix) throws Exception {
        Path pipeline = folder.resolve("pipeline-of-" + service);
        PipelineFiles.Expected expected = PipelineFiles.write(pipeline, 240, service.hashCode(), idPrefix);
        Path log = folder.resolve("replay-" + service + ".log");

        Process replay = platform.begin(log, "replay", pipeline.toString());
        ProcessHandle victim = platform.processOf(service);
        Awaitility.await("the replay to be under way")
                .atMost(Duration.ofMinutes(5))
                .until(() -> !replay.isAlive() || Files.readString(log).contains("all partners active"));
        platform.kill(service);
        assertThat(replay.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(victim.isAlive()).isFalse();
        assertThat(replay.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains(dollars(expected.wonMinor()));

        Platform.Outcome again = platform.ninetyten("replay", pipeline.toString());

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains(dollars(expected.wonMinor()));
    }

    private static String dollars(long minor) {
        return String.format(Locale.ROOT, "%,d.%02d", minor / 100, minor % 100);
    }
}
