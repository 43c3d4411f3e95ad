package org.ninetyten.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;

/** PostgreSQL 18 with five databases that only their owners may enter; as durable as in production. */
final class PostgreSql implements Component {

    static final List<String> DATABASES = List.of("partner", "leadrouting", "billing", "events", "academy");

    private static final String SUPERUSER = "postgres";
    private static final String VERSION = "18";

    private final Home home;
    private final Path software;
    private final Path cluster;

    PostgreSql(Home home) {
        this.home = home;
        this.software = home.software().resolve("postgresql-" + VERSION);
        this.cluster = home.data().resolve("postgres");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String program() {
        return "postgres";
    }

    @Override
    public int port() {
        return home.postgresPort();
    }

    @Override
    public String address() {
        return "jdbc:postgresql://localhost:" + port() + "/<database>";
    }

    @Override
    public String login() {
        return String.join(", ", DATABASES) + " / " + Home.LOCAL_PASSWORD;
    }

    @Override
    public ProcessHandle start() {
        unpack();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        mustBeOfThisVersion();
        String options = String.join(
                " ",
                "-p " + port(),
                "-c listen_addresses=localhost",
                "-c unix_socket_directories=''",
                "-c max_connections=200",
                // Figures and crash tests are only worth something with both of them on.
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on");
        run(
                "start",
                List.of(
                        tool("pg_ctl"),
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        log(),
                        "-o",
                        options,
                        "start"));
        return postmaster();
    }

    @Override
    public boolean isReady() {
        // pg_ctl waited until connections are accepted.
        return true;
    }

    @Override
    public void stop(ProcessHandle process) {
        int code = Child.run(
                home.data(),
                toolLog(),
                Map.of(),
                asOrdinaryUser(
                        List.of(tool("pg_ctl"), "-D", cluster.toString(), "-w", "-t", "30", "-m", "fast", "stop")));
        if (code != 0 || !Component.ended(process, Duration.ofSeconds(5))) {
            process.destroyForcibly();
        }
    }

    @Override
    public void afterStart() {
        try (Connection connection =
                        DriverManager.getConnection(home.jdbcUrl("postgres"), SUPERUSER, Home.LOCAL_PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                    statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + Home.LOCAL_PASSWORD + "'");
                }
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                }
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
            statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            statement.execute("REVOKE ALL ON DATABASE template1 FROM PUBLIC");
        } catch (SQLException e) {
            throw new Failure(
                    "PostgreSQL refused to make the databases (" + e.getMessage()
                            + "): if the data is an older try, start once with --clean.",
                    e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void initialise() {
        Path password = home.data().resolve("initdb.password");
        try {
            Files.writeString(password, Home.LOCAL_PASSWORD);
            run(
                    "be initialised",
                    List.of(
                            tool("initdb"),
                            "-D",
                            cluster.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"));
        } catch (IOException e) {
            throw DataFolder.cannotWrite(home.data(), e);
        } finally {
            try {
                Files.deleteIfExists(password);
            } catch (IOException e) {
                password.toFile().deleteOnExit();
            }
        }
    }

    private void mustBeOfThisVersion() {
        try {
            String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.equals(VERSION)) {
                throw new Failure("The data in " + cluster + " is of PostgreSQL " + version + " and this is " + VERSION
                        + ": choose another folder with --data DIR, or start afresh with --clean.");
            }
        } catch (IOException e) {
            throw new Failure("The data in " + cluster + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            long pid = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new Failure("PostgreSQL ended right after its start: see " + log() + "."));
        } catch (IOException e) {
            throw new Failure("PostgreSQL ended right after its start: see " + log() + ".", e);
        }
    }

    private void run(String what, List<String> command) {
        if (Child.run(home.data(), toolLog(), Map.of(), asOrdinaryUser(command)) != 0) {
            List<String> said = new ArrayList<>(Child.tail(toolLog(), 2));
            said.addAll(Child.tail(home.log(name()), 2));
            throw new Failure(
                    "PostgreSQL could not " + what + ": " + String.join(" | ", said) + " (see " + log() + ").");
        }
    }

    /** PostgreSQL refuses root; a user namespace of its own makes it an ordinary user without any set-up. */
    private static List<String> asOrdinaryUser(List<String> command) {
        boolean root = "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!root) {
            return command;
        }
        List<String> unshared = new ArrayList<>(List.of("unshare", "-U"));
        unshared.addAll(command);
        return unshared;
    }

    private String tool(String name) {
        return software.resolve("bin").resolve(name).toString();
    }

    private String log() {
        return home.log(name()).toString();
    }

    private Path toolLog() {
        return home.log("postgresql-tools");
    }

    private void unpack() {
        if (Files.isDirectory(software)) {
            return;
        }
        String archive = "/" + archiveName();
        try (InputStream packed = PostgreSql.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new Failure("There are no PostgreSQL binaries for this system (" + archive
                        + "): build again with -Dpostgres.binaries=<system>-<processor>.");
            }
            Files.createDirectories(home.software());
            Path unpacked = Files.createTempDirectory(home.software(), "postgresql");
            extract(packed, unpacked);
            Files.move(unpacked, software, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataFolder.cannotWrite(home.software(), e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static void extract(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, target);
                        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                    }
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
}
