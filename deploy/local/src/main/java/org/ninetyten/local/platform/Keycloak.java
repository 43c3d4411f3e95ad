package org.ninetyten.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.identity.Realm;

/** Keycloak with the realm of the platform. */
final class Keycloak implements Component {

    private final Home home;
    private final Realm realm;

    Keycloak(Home home) {
        this.home = home;
        this.realm = new Realm(home.keycloakUrl());
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return home.keycloakPort();
    }

    @Override
    public String address() {
        return home.keycloakUrl() + "/admin";
    }

    @Override
    public String login() {
        return "admin / " + Home.LOCAL_PASSWORD;
    }

    @Override
    public ProcessHandle start() {
        Path server = unpacked();
        Path database = home.data().resolve("keycloak/keycloak");
        List<String> command = new ArrayList<>(java(server));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port(),
                "--hostname=" + home.keycloakUrl(),
                "--db-url=jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"));
        return Child.start(home.data(), home.log(name()), environment(), command)
                .toHandle();
    }

    @Override
    public boolean isReady() {
        return realm.serverAnswers();
    }

    @Override
    public void afterStart() {
        realm.ensure();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", Home.LOCAL_PASSWORD,
                "KC_RUN_IN_CONTAINER", "false");
    }

    /** What kc.sh would start; without it there is no shell between the platform and the process. */
    private static List<String> java(Path server) {
        return List.of(
                Child.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MetaspaceSize=96M",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + server,
                "-Djboss.server.config.dir=" + server.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                server.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    /** Unpacks the server and builds it for this use: once, since both take longer than a start. */
    private Path unpacked() {
        Path archive = archive();
        String version = archive.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.zip$", "");
        Path server = home.software().resolve("keycloak-" + version);
        if (Files.isDirectory(server)) {
            return server;
        }
        try {
            Files.createDirectories(home.software());
            Path folder = Files.createTempDirectory(home.software(), "keycloak");
            unzip(archive, folder);
            Path unpacked = folder.resolve("keycloak-" + version);
            build(unpacked);
            Files.move(unpacked, server, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(folder);
            return server;
        } catch (IOException e) {
            throw DataFolder.cannotWrite(home.software(), e);
        }
    }

    private Path archive() {
        Path folder = home.builtCommand().resolve("software");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().startsWith("keycloak-quarkus-dist"))
                    .findFirst()
                    .orElseThrow(() -> new Failure("Keycloak is not built into deploy/local: run ./ninetyten build."));
        } catch (IOException e) {
            throw new Failure(folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void build(Path server) {
        List<String> command = new ArrayList<>(java(server));
        command.add(1, "-Dkc.config.build-and-exit=true");
        command.addAll(List.of("build", "--db=dev-file", "--cache=local", "--health-enabled=false"));
        if (Child.run(home.data(), home.log("keycloak-tools"), environment(), command) != 0) {
            throw new Failure("Keycloak could not be built: "
                    + String.join(" | ", Child.tail(home.log("keycloak-tools"), 3)) + ".");
        }
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}
