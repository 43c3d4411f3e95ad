package org.ninetyten.local.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ninetyten.local.rest.Api;

/** One company of the example network; everything about it follows from its number. */
record ExamplePartner(int number, City city, Set<String> countries) {

    /** Beside implementation, which everybody offers. */
    private static final List<String> SERVICES = List.of(
            "INTEGRATION",
            "CUSTOMISATION",
            "SUPPORT",
            "AUDIT",
            "INHOUSE_INTEGRATION",
            "MOBILE_APP",
            "DATA_MIGRATION",
            "TRAINING",
            "HOSTING_ADMIN",
            "DEMO_INSTALL");

    private static final int OPEN_LEAD_CAP = 10_000;

    String externalId() {
        return String.format(Locale.ROOT, "network-%05d", number);
    }

    String legalName() {
        return String.format(Locale.ROOT, "Partner %05d %s", number, city.name());
    }

    List<String> services() {
        List<String> services = new ArrayList<>(List.of("LICENCE", "IMPLEMENTATION"));
        for (int i = 0; i < 3; i++) {
            services.add(SERVICES.get((number + i * 3) % SERVICES.size()));
        }
        return services;
    }

    /** What its people are certified for: all that it offers but the licence, which needs no skill. */
    List<String> competencies() {
        return services().stream().filter(service -> !service.equals("LICENCE")).toList();
    }

    /** Who works in a territory abroad gets along in English. */
    Set<String> languages() {
        Set<String> languages = new TreeSet<>(city.languages());
        languages.add("en");
        return languages;
    }

    int people() {
        return 1 + number % 3;
    }

    String staffExternalId(int person) {
        return externalId() + "-staff-" + person;
    }

    ObjectNode json() {
        ObjectNode partner = Api.object()
                .put("externalId", externalId())
                .put("legalName", legalName())
                .put("taxId", String.format(Locale.ROOT, "%s-DEMO-%05d", city.country(), number))
                .put("country", city.country())
                .put("region", city.region())
                .put("timeZone", city.zone());
        fill(partner.putArray("languages"), languages());
        fill(partner.putArray("services"), services());
        partner.putArray("cities")
                .addObject()
                .put("name", city.name())
                .put("country", city.country())
                .put("latitude", city.latitude())
                .put("longitude", city.longitude());
        ObjectNode territory = partner.putObject("territory");
        fill(territory.putArray("countries"), countries);
        territory.putArray("subdivisions");
        partner.putObject("capacity")
                .put("openLeadCap", OPEN_LEAD_CAP)
                .put("quota30Days", OPEN_LEAD_CAP)
                .put("paused", false);
        return partner;
    }

    private static void fill(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
