package org.ninetyten.leadrouting.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.PolicyDocuments;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Tally;
import org.ninetyten.leadrouting.routing.TrackRecord;
import org.ninetyten.leadrouting.routing.Turn;
import org.ninetyten.leadrouting.routing.TurnRule;

/** Partners and leads for simulations in memory. */
final class PastNetwork {

    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

    /** Of a partner that is not new, and of which nothing else is known. */
    private static final TrackRecord ESTABLISHED =
            new TrackRecord(100, Tally.NONE, Tally.NONE, Tally.NONE, TrackRecord.QUOTA_DAYS);

    private PastNetwork() {}

    static RoutingPolicy policy(TurnRule turns) {
        return PolicyJson.read(1, PolicyDocuments.defaults().put("turns", turns.name()));
    }

    static UUID id(int number) {
        return new UUID(0x0199_f1d2_0001_7000L, 0x8000_0000_0000_0000L + number);
    }

    static PartnerExample partner(int number) {
        return new PartnerExample(number);
    }

    /** The lead with this number, which came so many hours after the first one. */
    static PastLead lead(int number, String country, int hours) {
        return lead(number, country, hours, false, null);
    }

    /** A lead in Kazakhstan from this place. */
    static PastLead leadAt(int number, Place place, int hours) {
        return lead(number, "KZ", place, hours, false, null);
    }

    static PastLead lead(int number, String country, int hours, boolean compares, UUID wentTo) {
        return lead(number, country, new Place(43.25, 76.95), hours, compares, wentTo);
    }

    private static PastLead lead(int number, String country, Place place, int hours, boolean compares, UUID wentTo) {
        LeadProfile profile = new LeadProfile(
                new UUID(0x0199_f1d2_7a10_7000L, 0x9000_0000_0000_0000L + number),
                LeadSource.TRIAL,
                country,
                null,
                place,
                "ru",
                Set.of(IncomePoint.IMPLEMENTATION),
                List.of(),
                Set.of());
        return new PastLead(FIRST.plusSeconds(hours * 3_600L), profile, compares, wentTo);
    }

    static final class PartnerExample {
        private final int number;
        private Tier tier = Tier.BUSINESS;
        private String region = "CIS";
        private Set<String> languages = Set.of("ru");
        private Place city = new Place(43.25, 76.95);
        private Territory territory = new Territory(Set.of("KZ"), Set.of(), null);
        private int cap = 1_000_000;
        private int quota = 1_000_000;
        private int openLeads;
        private final int[] offered = new int[SimulatedPartner.DAYS];

        private PartnerExample(int number) {
            this.number = number;
        }

        PartnerExample tier(Tier value) {
            tier = value;
            return this;
        }

        PartnerExample region(String value) {
            region = value;
            return this;
        }

        PartnerExample languages(String... values) {
            languages = Set.of(values);
            return this;
        }

        PartnerExample city(Place value) {
            city = value;
            return this;
        }

        PartnerExample territory(Territory value) {
            territory = value;
            return this;
        }

        PartnerExample cap(int value) {
            cap = value;
            return this;
        }

        PartnerExample quota(int value) {
            quota = value;
            return this;
        }

        PartnerExample openLeads(int value) {
            openLeads = value;
            return this;
        }

        PartnerExample offered(int daysAgo, int leads) {
            offered[daysAgo] = leads;
            return this;
        }

        SimulatedPartner.Start start() {
            PartnerProfile profile = new PartnerProfile(
                    id(number),
                    PartnerStatus.ACTIVE,
                    tier,
                    languages,
                    EnumSet.allOf(IncomePoint.class),
                    List.of(new Credential(IncomePoint.IMPLEMENTATION, LocalDate.parse("2020-01-01"), null)),
                    territory,
                    List.of(city),
                    ZoneOffset.UTC,
                    cap,
                    quota,
                    false);
            return new SimulatedPartner.Start(
                    new Candidate(profile, new Turn(0, null, openLeads), ESTABLISHED),
                    region,
                    Arrays.stream(offered).boxed().toList(),
                    Arrays.stream(offered).boxed().toList());
        }
    }
}
