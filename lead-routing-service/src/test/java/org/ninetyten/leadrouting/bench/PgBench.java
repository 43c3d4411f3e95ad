package org.ninetyten.leadrouting.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ninetyten.testing.RealServers;

/** Runs a script with PostgreSQL's own pgbench. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: ([0-9]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

    private PgBench() {}

    /** Transactions per second, and how many. */
    record Result(double rate, long transactions) {}

    /** Runs the script's transaction over so many connections for some time, with prepared statements. */
    static Result run(Path script, int connections, Duration time) throws IOException, InterruptedException {
        URI database = URI.create(RealServers.jdbcUrl().substring("jdbc:".length()));
        ProcessBuilder command = new ProcessBuilder(
                        program().toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=1",
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        "--host=" + database.getHost(),
                        "--port=" + database.getPort(),
                        "--username=postgres",
                        "postgres")
                .redirectErrorStream(true);
        command.environment().putAll(Map.of("PGPASSWORD", "postgres"));
        Process running = command.start();
        String said = new String(running.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (running.waitFor() != 0 || number(FAILED, said) > 0) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return new Result(number(RATE, said), (long) number(DONE, said));
    }

    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench says: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static Path program() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.exists(debian) ? Files.list(debian) : Stream.of()) {
            return Stream.concat(
                            List.of("/usr/bin/pgbench", "/usr/local/bin/pgbench").stream()
                                    .map(Path::of),
                            versions.map(version -> version.resolve("bin/pgbench")))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "pgbench is missing; it comes with PostgreSQL (Debian: postgresql-contrib)"));
        }
    }
}
