package org.ninetyten.leadrouting.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

/** Partners and leads that fit each other, to be changed in the one point that a test is about. */
final class Examples {

    /** Of a partner that is not new, and of which nothing else is known. */
    static final TrackRecord ESTABLISHED =
            new TrackRecord(100, Tally.NONE, Tally.NONE, Tally.NONE, TrackRecord.QUOTA_DAYS);

    private Examples() {}

    static RoutingPolicy policy() {
        return policy(25);
    }

    static RoutingPolicy policy(int shortlist) {
        return policy(shortlist, TurnRule.SHARE, new RoutingPolicy.Opening(3, 5_000));
    }

    static RoutingPolicy policy(TurnRule turns) {
        return policy(25, turns, new RoutingPolicy.Opening(3, 5_000));
    }

    static RoutingPolicy policy(int shortlist, TurnRule turns, RoutingPolicy.Opening opening) {
        Map<LeadSource, Integer> minutes = new EnumMap<>(LeadSource.class);
        for (LeadSource source : LeadSource.values()) {
            minutes.put(source, 240);
        }
        return new RoutingPolicy(
                1,
                new RoutingPolicy.ScoreWeights(3_500, 2_000, 2_000, 1_500, 1_000),
                1_500,
                new RoutingPolicy.Competency(5_000, 7_000, 3),
                100,
                new RoutingPolicy.Prior(5, 7_000),
                new RoutingPolicy.Prior(10, 2_500),
                180,
                turns,
                Map.of(Tier.BUSINESS, 1, Tier.CERTIFIED, 2, Tier.GOLD, 3, Tier.PLATINUM, 4),
                new RoutingPolicy.Penalty(500, 1_000, 5_000),
                3,
                opening,
                30,
                shortlist,
                3,
                minutes,
                officeHours(),
                EnumSet.of(IncomePoint.IMPLEMENTATION, IncomePoint.SUPPORT),
                new RoutingPolicy.Sla(EnumSet.of(LeadSource.ORDER, LeadSource.DEMO_REQUEST), 60, 240, 14, 21, 30));
    }

    static BusinessHours officeHours() {
        return new BusinessHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(18, 0));
    }

    static LeadExample lead() {
        return new LeadExample(UUID.fromString("0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001"));
    }

    static LeadExample lead(UUID id) {
        return new LeadExample(id);
    }

    static PartnerExample partner(int number) {
        return new PartnerExample(new UUID(0x0199_f1d2_0001_7000L, 0x8000_0000_0000_0000L + number));
    }

    static final class LeadExample {
        private final UUID id;
        private String country = "KZ";
        private String subdivision;
        private Place place;
        private String language;
        private Set<IncomePoint> needs = Set.of();
        private final List<Preference> preferences = new ArrayList<>();
        private final Set<UUID> refusedBy = new HashSet<>();

        private LeadExample(UUID id) {
            this.id = id;
        }

        LeadExample country(String code) {
            country = code;
            return this;
        }

        LeadExample subdivision(String code) {
            subdivision = code;
            return this;
        }

        LeadExample place(Place where) {
            place = where;
            return this;
        }

        LeadExample language(String tag) {
            language = tag;
            return this;
        }

        LeadExample needs(IncomePoint... points) {
            needs = Set.of(points);
            return this;
        }

        LeadExample prefers(Step step, Candidate partner) {
            preferences.add(new Preference(step, partner.partner().id()));
            return this;
        }

        LeadExample refusedBy(Candidate partner) {
            refusedBy.add(partner.partner().id());
            return this;
        }

        LeadProfile profile() {
            return new LeadProfile(
                    id, LeadSource.TRIAL, country, subdivision, place, language, needs, preferences, refusedBy);
        }
    }

    static final class PartnerExample {
        private final UUID id;
        private PartnerStatus status = PartnerStatus.ACTIVE;
        private Tier tier = Tier.BUSINESS;
        private Set<String> languages = Set.of("ru", "en");
        private Set<IncomePoint> services = EnumSet.allOf(IncomePoint.class);
        private List<Credential> credentials = Arrays.stream(IncomePoint.values())
                .map(point -> new Credential(point, LocalDate.parse("2020-01-01"), null))
                .toList();
        private Territory territory = new Territory(Set.of("KZ"), Set.of(), null);
        private List<Place> cities = List.of(new Place(43.25, 76.95));
        private int cap = 10;
        private int quota = 30;
        private TrackRecord record = ESTABLISHED;
        private boolean paused;
        private long credit;
        private Instant lastTurnAt;
        private int openLeads;

        private PartnerExample(UUID id) {
            this.id = id;
        }

        PartnerExample status(PartnerStatus value) {
            status = value;
            return this;
        }

        PartnerExample tier(Tier value) {
            tier = value;
            return this;
        }

        PartnerExample languages(String... values) {
            languages = Set.of(values);
            return this;
        }

        PartnerExample services(IncomePoint... values) {
            services = Set.of(values);
            return this;
        }

        PartnerExample credentials(Credential... values) {
            credentials = List.of(values);
            return this;
        }

        PartnerExample territory(Territory value) {
            territory = value;
            return this;
        }

        PartnerExample cities(Place... values) {
            cities = List.of(values);
            return this;
        }

        PartnerExample cap(int value) {
            cap = value;
            return this;
        }

        PartnerExample paused() {
            paused = true;
            return this;
        }

        PartnerExample credit(long value) {
            credit = value;
            return this;
        }

        PartnerExample lastTurn(String instant) {
            lastTurnAt = Instant.parse(instant);
            return this;
        }

        PartnerExample quota(int value) {
            quota = value;
            return this;
        }

        PartnerExample record(TrackRecord value) {
            record = value;
            return this;
        }

        PartnerExample openLeads(int value) {
            openLeads = value;
            return this;
        }

        PartnerProfile profile() {
            return new PartnerProfile(
                    id,
                    status,
                    tier,
                    languages,
                    services,
                    credentials,
                    territory,
                    cities,
                    ZoneId.of("Asia/Almaty"),
                    cap,
                    quota,
                    paused);
        }

        Candidate candidate() {
            return new Candidate(profile(), new Turn(credit, lastTurnAt, openLeads), record);
        }
    }
}
