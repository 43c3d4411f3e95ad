package org.ninetyten.local.home;

import java.util.Arrays;
import java.util.List;

/** The five services: their database and their place in the row of ports. */
public enum Services {
    PARTNER("partner-service", "partner", 1),
    LEAD_ROUTING("lead-routing-service", "leadrouting", 2),
    BILLING("billing-service", "billing", 3),
    EVENTS("events-service", "events", 4),
    ACADEMY("academy-service", "academy", 5);

    private final String artifact;
    private final String database;
    private final int portOffset;

    Services(String artifact, String database, int portOffset) {
        this.artifact = artifact;
        this.database = database;
        this.portOffset = portOffset;
    }

    public String artifact() {
        return artifact;
    }

    public String database() {
        return database;
    }

    public int port(Home home) {
        return home.servicePort(portOffset);
    }

    public String url(Home home) {
        return "http://localhost:" + port(home);
    }

    /** Finds a service by its name, with or without the ending, or by its database. */
    public static Services named(String name) {
        return Arrays.stream(values())
                .filter(service -> name.equals(service.artifact)
                        || name.equals(service.database)
                        || service.artifact.equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "There is no service " + name + ": they are " + String.join(", ", artifacts()) + "."));
    }

    public static List<String> artifacts() {
        return Arrays.stream(values()).map(Services::artifact).toList();
    }
}
