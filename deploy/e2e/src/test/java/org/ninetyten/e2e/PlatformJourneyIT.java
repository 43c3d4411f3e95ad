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

    @Test
    void aReplayComesOutToTheCentThoughServicesAreKilled() throws Exception {
        Path pipeline = folder.resolve("pipeline");
        PipelineFiles.Expected expected = PipelineFiles.write(pipeline, 240, 90_10);
        Path log = folder.resolve("replay.log");

        Process replay = platform.begin(log, "replay", pipeline.toString());
        Awaitility.await("the replay to be under way")
                .atMost(Duration.ofMinutes(5))
                .until(() -> !replay.isAlive() || Files.readString(log).contains("all partners active"));
        for (String service : List.of("lead-routing-service", "billing-service")) {
            ProcessHandle victim = platform.processOf(service);
            victim.destroyForcibly();
            assertThat(victim.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        assertThat(replay.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(replay.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains(dollars(expected.wonMinor()));

        Platform.Outcome again = platform.ninetyten("replay", pipeline.toString());

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains(dollars(expected.wonMinor()));
        assertThat(again.output())
                .containsPattern("statements in USD, against partner accounts +(\\d+) +\\1 +ok")
                .containsPattern("partners whose statements in USD differ +0 +0 +ok");
        aPostingThatIsTamperedWithIsNamed();
    }

    /** As the owner of the tables, who has switched off their guards. */
    private static void aPostingThatIsTamperedWithIsNamed() throws Exception {
        Platform.Outcome intact = platform.ninetyten("verify-ledger");
        assertThat(intact.exitCode()).as(intact.output()).isZero();
        assertThat(intact.output()).contains("The ledger is intact");
        String first = "(select min(entry_id::text)::uuid from posting)";
        Platform.Outcome refused =
                sql("update posting set amount_minor = amount_minor + 1 where line = 2 and entry_id = " + first);
        assertThat(refused.exitCode()).isNotZero();
        String entry = sql("select min(entry_id::text) as entry from posting")
                .output()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .strip();

        tamper(first, 1);
        Platform.Outcome tampered = platform.ninetyten("verify-ledger");
        assertThat(tampered.exitCode()).as(tampered.output()).isEqualTo(1);
        assertThat(tampered.output()).containsPattern("POSTING_CHANGED +\\d+ +" + entry + " +2 ");

        tamper(first, -1);
        assertThat(platform.ninetyten("verify-ledger").exitCode()).isZero();
    }

    private static void tamper(String entry, int minor) throws Exception {
        Platform.Outcome done = sql("""
                alter table posting disable trigger user;
                update posting set amount_minor = amount_minor + %d where line = 2 and entry_id = %s;
                alter table posting enable trigger user""".formatted(minor, entry));
        assertThat(done.exitCode()).as(done.output()).isZero();
    }

    private static Platform.Outcome sql(String statement) throws Exception {
        return platform.ninetyten("psql", "billing", "-c", statement);
    }

    private static String dollars(long minor) {
        return String.format(Locale.ROOT, "%,d.%02d", minor / 100, minor % 100);
    }
}
