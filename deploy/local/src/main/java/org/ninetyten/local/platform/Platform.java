package org.ninetyten.local.platform;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;

/** The parts of the platform in the order of their start. */
final class Platform {

    private final PostgreSql postgres;
    private final KafkaBroker kafka;
    private final Keycloak keycloak;
    private final List<Service> services;

    Platform(Home home) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        this.postgres = new PostgreSql(home);
        this.kafka = new KafkaBroker(home);
        this.keycloak = new Keycloak(home);
        this.services = Arrays.stream(Services.values())
                .map(service -> new Service(home, service, http))
                .toList();
    }

    private Platform(Platform other, List<Service> services) {
        this.postgres = other.postgres;
        this.kafka = other.kafka;
        this.keycloak = other.keycloak;
        this.services = services;
    }

    Platform withoutServices(List<String> names) {
        return new Platform(
                this,
                services.stream()
                        .filter(service -> !names.contains(service.name()))
                        .toList());
    }

    PostgreSql postgres() {
        return postgres;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    List<Service> services() {
        return services;
    }

    List<Component> all() {
        List<Component> all = new ArrayList<>(List.of(postgres, kafka, keycloak));
        all.addAll(services);
        return all;
    }

    Component named(String name) {
        return all().stream()
                .filter(component ->
                        component.name().equals(name) || component.name().equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no component " + name + ": they are "
                        + String.join(", ", all().stream().map(Component::name).toList()) + "."));
    }
}
