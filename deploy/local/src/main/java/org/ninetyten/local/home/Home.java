package org.ninetyten.local.home;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The project folder, the data folder, and the ports that count from one base. */
public record Home(Path project, Path data, int portBase) {

    /** Local-only on purpose: every port of the platform is bound to this machine's loopback address. */
    public static final String LOCAL_PASSWORD = "local-only";

    private static final int DEFAULT_PORT_BASE = 7100;
    private static final int POSTGRES_OFFSET = 32;
    private static final int KAFKA_OFFSET = 92;
    private static final int KAFKA_CONTROLLER_OFFSET = 93;

    /** Finds the project from the property that the ninetyten script sets, else from the working directory. */
    public static Home locate(@Nullable Path dataOption) {
        Path project = Path.of(System.getProperty("ninetyten.home", ""))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(project.resolve("deploy/local"))) {
            throw new Failure("There is no NinetyTen project in " + project
                    + ": run the command as ./ninetyten from the project's folder.");
        }
        Path data = dataOption != null ? dataOption : dataFromEnvironment(project);
        return new Home(project, data.toAbsolutePath().normalize(), portBaseFromEnvironment());
    }

    private static Path dataFromEnvironment(Path project) {
        String folder = System.getenv("NINETYTEN_DATA");
        return folder == null || folder.isBlank() ? project.resolve(".ninetyten") : Path.of(folder);
    }

    private static int portBaseFromEnvironment() {
        String base = System.getenv("NINETYTEN_PORT_BASE");
        if (base == null || base.isBlank()) {
            return DEFAULT_PORT_BASE;
        }
        try {
            int port = Integer.parseInt(base.strip());
            if (port >= 1024 && port <= 65_000) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence as a number out of range.
        }
        throw new Failure("NINETYTEN_PORT_BASE is '" + base + "': set it to a number from 1024 to 65000, or unset it.");
    }

    public int keycloakPort() {
        return portBase;
    }

    public int servicePort(int offset) {
        return portBase + offset;
    }

    public int postgresPort() {
        return portBase + POSTGRES_OFFSET;
    }

    public int kafkaPort() {
        return portBase + KAFKA_OFFSET;
    }

    public int kafkaControllerPort() {
        return portBase + KAFKA_CONTROLLER_OFFSET;
    }

    public String kafkaServers() {
        return "localhost:" + kafkaPort();
    }

    public String keycloakUrl() {
        return "http://localhost:" + keycloakPort();
    }

    public String realmUrl() {
        return keycloakUrl() + "/realms/ninetyten";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgresPort() + "/" + database;
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** The unpacked servers: shared by all data folders, since they hold no data. */
    public Path software() {
        return project.resolve(".ninetyten/software");
    }

    public Path builtCommand() {
        return project.resolve("deploy/local/target");
    }
}
