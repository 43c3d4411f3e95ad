package org.ninetyten.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;

/** One of the five services, as it is packaged. */
final class Service implements Component {

    private static final Duration STOPS = Duration.ofSeconds(15);
    // The first run of a build writes down what it has learnt.
    private static final Duration LEARNS = Duration.ofMinutes(2);

    private final Home home;
    private final Services service;
    private final HttpClient http;

    Service(Home home, Services service, HttpClient http) {
        this.home = home;
        this.service = service;
        this.http = http;
    }

    @Override
    public String name() {
        return service.artifact();
    }

    @Override
    public int port() {
        return service.port(home);
    }

    @Override
    public String address() {
        return service.url(home);
    }

    @Override
    public String login() {
        return "./ninetyten token USER";
    }

    Path jar() {
        return home.project().resolve(name()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    void mustBeBuilt() {
        if (!Files.isRegularFile(jar())) {
            throw new Failure(name() + " is not built (" + jar() + " is missing): run ./ninetyten build.");
        }
    }

    @Override
    public ProcessHandle start() {
        return Child.start(
                        home.data(),
                        home.log(name()),
                        Map.of(
                                "QUARKUS_HTTP_HOST", "localhost",
                                "QUARKUS_HTTP_PORT", Integer.toString(port()),
                                "QUARKUS_DATASOURCE_JDBC_URL", home.jdbcUrl(service.database()),
                                "QUARKUS_DATASOURCE_USERNAME", service.database(),
                                "QUARKUS_DATASOURCE_PASSWORD", Home.LOCAL_PASSWORD,
                                "KAFKA_BOOTSTRAP_SERVERS", home.kafkaServers(),
                                "QUARKUS_OIDC_AUTH_SERVER_URL", home.realmUrl(),
                                // Nothing collects traces on this machine.
                                "QUARKUS_OTEL_SDK_DISABLED", "true"),
                        List.of(
                                Child.java(),
                                "-Xms48m",
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                cache().option(),
                                // A cache that cannot be used is no concern of the log.
                                "-Xlog:aot=off",
                                "-jar",
                                jar().toString()))
                .toHandle();
    }

    private StartCache cache() {
        return new StartCache(jar().resolveSibling("app.aot"), jar());
    }

    @Override
    public void stop(ProcessHandle process) {
        Component.stop(process, cache().isThere() ? STOPS : LEARNS);
    }

    @Override
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
