package org.ninetyten.leadrouting.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/**
 * Compares incoming leads with those of before. One round trip for any number of leads: it locks what they share, so that
 * of several that say the same at once the second one sees the first, and answers all that can be known of them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Identity {

    /**
     * Keys are locked by their share of this many locks: enough that two leads rarely wait for nothing, and few enough
     * that an import of any size stays within PostgreSQL's table of locks.
     */
    private static final int STRIPES = 4096;

    /** How many leads under one key are looked at, newest first: a department store's domain has thousands. */
    private static final int LEADS_PER_KEY = 200;

    /** How many names under one key are looked at, newest first, and of how many of them the leads are read. */
    private static final int NAMES_PER_BLOCK = 200;

    private static final int NAMES_READ_PER_BLOCK = 50;
    private static final Duration RECENTLY = Duration.ofHours(1);

    private static final String LOCK = "select pg_advisory_xact_lock(9011, stripe) from unnest(?::int[]) as stripe";

    // Value by value: a limit of one makes each a look into the index. A plan for whole arrays that was made while the
    // tables were empty would read all of them, and a prepared statement keeps its plan.
    private static final String KNOWN = """
            select 'LEAD' as what, l.id, a.external_id
              from unnest(?::text[]) as a (external_id)
             cross join lateral (select id from lead where external_id = a.external_id limit 1) l
            union all
            select 'CUSTOMER', c.id, a.external_id
              from unnest(?::text[]) as a (external_id)
             cross join lateral (select id from customer where external_id = a.external_id limit 1) c
            union all
            select 'CUSTOMER', c.id, null
              from unnest(?::uuid[]) as a (id)
             cross join lateral (select id from customer where id = a.id limit 1) c""";

    // Most keys are new, and end at one look into the index. The order puts an open lead for the same product before
    // all others, and then the newest first. Of what the desk or a partner registered there is little: it is answered
    // by key.
    private static final String MATCHES = """
            with asked as materialized (
                select * from unnest(?::uuid[], ?::int[], ?::text[], ?::text[]) as a (key, subject, kind, product))
            select a.subject, a.kind, m.lead_id, m.customer_id, m.same_wish, r.recent, false as blocked,
                   null::uuid as registered
              from asked a
             cross join lateral (
                    select from lead_key k where k.key = a.key and k.captured_at > ? limit 1) seen
              left join lateral (
                    select coalesce(s.id, l.id) as lead_id, l.customer_id,
                           coalesce(s.status, l.status) = any(?)
                               and lower(coalesce(s.product, l.product)) = a.product as same_wish
                      from (select k.lead_id from lead_key k
                             where k.key = a.key and k.captured_at > ?
                             order by k.captured_at desc limit ?) k
                     cross join lateral (
                            select id, customer_id, product, status, created_at, merged_into
                              from lead where id = k.lead_id limit 1) l
                      left join lateral (
                            select id, product, status from lead where id = l.merged_into limit 1) s on true
                     where l.status <> 'SPAM'
                     order by 3 desc, l.created_at desc
                     limit 1) m on true
             cross join lateral (
                    select count(*) as recent
                      from (select from lead_key k where k.key = a.key and k.captured_at > ? limit ?) n) r
            union all
            select null, null, null, null, null, 0, true, b.key
              from blocked_sender b where b.key = any(array(select key from asked))
            union all
            select null, null, null, c.customer_id, null, 0, false, c.key
              from customer_key c where c.key = any(array(select key from asked))""";

    // Names that their sketch shows to be unlike are passed over before their leads are read; those by a limit of one,
    // as above.
    private static final String SIMILAR = """
            select a.subject, l.id as lead_id, l.company
              from unnest(?::uuid[], ?::int[], ?::int[], ?::bigint[]) as a (key, subject, triples, bits)
             cross join lateral (
                    select k.lead_id
                      from (select k.lead_id, k.captured_at, k.name_triples, k.name_bits from lead_key k
                             where k.key = a.key and k.captured_at > ?
                             order by k.captured_at desc limit ?) k
                     where k.name_bits is null
                        or bit_count((k.name_bits # a.bits)::bit(64)) * 1000 <= ? * (k.name_triples + a.triples)
                     order by k.captured_at desc limit ?) k
             cross join lateral (select id, company, status from lead where id = k.lead_id limit 1) l
             where l.company is not null and l.status not in ('SPAM', 'DUPLICATE')""";

    private final Database database;

    Identity(Database database) {
        this.database = database;
    }

    /**
     * An incoming lead.
     *
     * @param keys what {@link IdentityKeys} finds in it, the surest first
     * @param customerId a customer that the sender names
     * @param customerExternalId the same by the id of another system
     */
    public record Subject(
            List<IdentityKey> keys,
            @Nullable String company,
            String product,
            @Nullable String externalId,
            @Nullable UUID customerId,
            @Nullable String customerExternalId) {}

    /**
     * How leads are compared.
     *
     * @param openStates states of a lead in which the same wish belongs to it
     * @param since leads from before are not looked at
     * @param countUpTo where counting leads of the last hour stops
     * @param similarityPermil from which likeness of the names on two companies in one city may be one
     */
    public record Comparison(
            Set<String> openStates, Instant since, Instant now, int countUpTo, int similarityPermil, int candidates) {}

    /** An open lead of the same customer for the same product. */
    public record SameWish(UUID leadId, UUID customerId, Set<KeyKind> by) {}

    /** A lead of a company in the same city with a name like this one. */
    public record Similar(UUID leadId, int permil) {}

    /**
     * What is known of one lead.
     *
     * @param knownLead the lead that has its external id already
     * @param namedCustomer the customer that the sender names, if there is one
     * @param sameWish the open lead that says the same, by exact keys
     * @param customerId the customer by exact keys, that of the surest one
     * @param recent how many leads of the last hour share the key of each kind
     * @param blocked whether the desk wants to hear from this sender no more
     */
    public record Recognition(
            List<IdentityKey> keys,
            @Nullable UUID knownLead,
            @Nullable UUID namedCustomer,
            @Nullable SameWish sameWish,
            @Nullable UUID customerId,
            List<Similar> similar,
            Map<KeyKind, Integer> recent,
            boolean blocked) {}

    /** The answers for a list of leads; each may depend on what was decided about those before it. */
    public static final class Session {

        private final List<Subject> subjects;
        private final Comparison comparison;
        private final Map<String, UUID> knownLeads = new HashMap<>();
        private final Map<String, UUID> knownCustomers = new HashMap<>();
        private final Map<UUID, Boolean> existingCustomers = new HashMap<>();
        private final List<List<Match>> matches;
        private final List<List<KeyedCustomer>> customers;
        private final List<Map<KeyKind, Integer>> recent;
        private final List<Map<UUID, String>> names;
        private final boolean[] blocked;

        /** Made when it is needed: few keys are registered. */
        private @Nullable Map<UUID, List<Asked>> askedBy;

        private final Map<UUID, List<Decided>> decided = new HashMap<>();
        private final Map<UUID, Integer> taken = new HashMap<>();

        private Session(List<Subject> subjects, Comparison comparison) {
            this.subjects = subjects;
            this.comparison = comparison;
            this.matches = fill(subjects, ArrayList::new);
            this.customers = fill(subjects, ArrayList::new);
            this.recent = fill(subjects, HashMap::new);
            this.names = fill(subjects, LinkedHashMap::new);
            this.blocked = new boolean[subjects.size()];
        }

        private List<IdentityKey> keysOf(int place) {
            return subjects.get(place).keys();
        }

        /** What is known of the lead at this place of the list. */
        public Recognition of(int place) {
            Subject subject = subjects.get(place);
            List<Match> found = new ArrayList<>(matches.get(place));
            Map<UUID, String> similarNames = new LinkedHashMap<>(names.get(place));
            for (IdentityKey key : keysOf(place)) {
                for (Decided earlier : decided.getOrDefault(key.digest(), List.of())) {
                    if (key.kind().isExact()) {
                        boolean same = earlier.open() && isSameProduct(earlier.product(), subject.product());
                        found.add(new Match(key.kind(), earlier.leadId(), earlier.customerId(), same));
                    } else if (earlier.company() != null && mayBeAlike(key, earlier)) {
                        similarNames.put(earlier.leadId(), earlier.company());
                    }
                }
            }
            return new Recognition(
                    keysOf(place),
                    subject.externalId() == null ? null : knownLeads.get(subject.externalId()),
                    named(subject),
                    sameWish(found),
                    customer(found, customers.get(place)),
                    found.isEmpty() && customers.get(place).isEmpty() ? similar(subject, similarNames) : List.of(),
                    recent(place),
                    blocked[place]);
        }

        /** Those of the list count like those of before. */
        private Map<KeyKind, Integer> recent(int place) {
            Map<KeyKind, Integer> counts = new EnumMap<>(KeyKind.class);
            counts.putAll(recent.get(place));
            for (IdentityKey key : keysOf(place)) {
                counts.merge(key.kind(), taken.getOrDefault(key.digest(), 0), Integer::sum);
            }
            return counts;
        }

        /** Lets the leads that follow in the list know that there is this one, whatever became of it. */
        public void taken(int place, UUID leadId) {
            String externalId = subjects.get(place).externalId();
            if (externalId != null) {
                knownLeads.put(externalId, leadId);
            }
            keysOf(place).forEach(key -> taken.merge(key.digest(), 1, Integer::sum));
        }

        /** Lets the leads that follow in the list be compared with this one. */
        public void decided(int place, UUID leadId, UUID customerId, boolean open) {
            Subject subject = subjects.get(place);
            if (subject.customerExternalId() != null) {
                knownCustomers.put(subject.customerExternalId(), customerId);
            }
            if (place == subjects.size() - 1) {
                return;
            }
            keysOf(place)
                    .forEach(key -> decided.computeIfAbsent(key.digest(), any -> new ArrayList<>())
                            .add(new Decided(
                                    leadId, customerId, subject.product(), subject.company(), key.name(), open)));
        }

        /** Takes in that a key is that of a customer or, without one, of a sender who is blocked. */
        private void registered(UUID digest, @Nullable UUID customerId) {
            for (Asked asked : askedBy().getOrDefault(digest, List.of())) {
                if (customerId == null) {
                    blocked[asked.subject()] = true;
                } else {
                    customers
                            .get(asked.subject())
                            .add(new KeyedCustomer(asked.key().kind(), customerId));
                }
            }
        }

        private Map<UUID, List<Asked>> askedBy() {
            Map<UUID, List<Asked>> known = askedBy;
            if (known == null) {
                known = asked(this, true).stream()
                        .collect(groupingBy(asked -> asked.key().digest()));
                askedBy = known;
            }
            return known;
        }

        private boolean mayBeAlike(IdentityKey key, Decided earlier) {
            return key.name() != null
                    && earlier.name() != null
                    && key.name().mayBeAlike(earlier.name(), comparison.similarityPermil());
        }

        private @Nullable UUID named(Subject subject) {
            if (subject.customerExternalId() != null) {
                return knownCustomers.get(subject.customerExternalId());
            }
            UUID id = subject.customerId();
            return id != null && existingCustomers.containsKey(id) ? id : null;
        }

        /** That of the surest key; of two as sure ones that of a lead, which somebody has looked at. */
        private static @Nullable UUID customer(List<Match> found, List<KeyedCustomer> registered) {
            return Stream.concat(
                            found.stream().map(match -> new KeyedCustomer(match.kind(), match.customerId())),
                            registered.stream())
                    .min((one, other) -> one.kind().compareTo(other.kind()))
                    .map(KeyedCustomer::customerId)
                    .orElse(null);
        }

        private @Nullable SameWish sameWish(List<Match> found) {
            Match best = found.stream()
                    .filter(Match::sameWish)
                    .min((one, other) -> one.kind().compareTo(other.kind()))
                    .orElse(null);
            if (best == null) {
                return null;
            }
            Set<KeyKind> by = EnumSet.noneOf(KeyKind.class);
            found.stream().filter(match -> match.leadId().equals(best.leadId())).forEach(match -> by.add(match.kind()));
            return new SameWish(best.leadId(), best.customerId(), by);
        }

        private List<Similar> similar(Subject subject, Map<UUID, String> candidates) {
            String company = subject.company();
            if (company == null || candidates.isEmpty()) {
                return List.of();
            }
            CompanyName.Triples name = CompanyName.of(company).triples();
            return candidates.entrySet().stream()
                    .map(candidate -> new Similar(
                            candidate.getKey(),
                            name.similarityPermil(
                                    CompanyName.of(candidate.getValue()).triples())))
                    .filter(candidate -> candidate.permil() >= comparison.similarityPermil())
                    .sorted((one, other) -> Integer.compare(other.permil(), one.permil()))
                    .limit(comparison.candidates())
                    .toList();
        }
    }

    private record Match(KeyKind kind, UUID leadId, UUID customerId, boolean sameWish) {}

    private record KeyedCustomer(KeyKind kind, UUID customerId) {}

    private record Decided(
            UUID leadId,
            UUID customerId,
            String product,
            @Nullable String company,
            @Nullable NameSketch name,
            boolean open) {}

    /**
     * Looks all leads of the list up, and holds what they share until the end of the transaction. A transaction calls it
     * once: locks that are taken in two portions can block each other.
     */
    public Session look(List<Subject> subjects, Comparison comparison) {
        Session session = new Session(subjects, comparison);
        List<String> statements = new ArrayList<>(List.of(LOCK));
        List<Database.RowConsumer> readers = new ArrayList<>(List.of(row -> {}));
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Database.array("integer", stripes(session)));

        List<String> externalIds =
                present(subjects.stream().map(Subject::externalId).toList());
        List<String> customers =
                present(subjects.stream().map(Subject::customerExternalId).toList());
        List<UUID> customerIds =
                present(subjects.stream().map(Subject::customerId).toList());
        if (!externalIds.isEmpty() || !customers.isEmpty() || !customerIds.isEmpty()) {
            statements.add(KNOWN);
            parameters.add(Database.array("text", externalIds));
            parameters.add(Database.array("text", customers));
            parameters.add(Database.array("uuid", customerIds));
            readers.add(row -> {
                UUID id = Database.id(row, "id");
                String externalId = row.getString("external_id");
                if (row.getString("what").equals("LEAD")) {
                    session.knownLeads.put(externalId, id);
                } else {
                    session.existingCustomers.put(id, true);
                    if (externalId != null) {
                        session.knownCustomers.put(externalId, id);
                    }
                }
            });
        }
        List<Asked> exact = asked(session, true);
        if (!exact.isEmpty()) {
            statements.add(MATCHES);
            parameters.add(Database.array("uuid", exact, asked -> asked.key().digest()));
            parameters.add(Database.array("integer", exact, Asked::subject));
            parameters.add(Database.array("text", exact, asked -> asked.key().kind()));
            parameters.add(Database.array("text", exact, Asked::product));
            parameters.add(comparison.since());
            parameters.add(Database.array("text", comparison.openStates()));
            parameters.add(comparison.since());
            parameters.add(LEADS_PER_KEY);
            parameters.add(comparison.now().minus(RECENTLY));
            parameters.add(comparison.countUpTo());
            readers.add(row -> {
                UUID registered = Database.uuid(row, "registered");
                if (registered != null) {
                    session.registered(registered, Database.uuid(row, "customer_id"));
                    return;
                }
                int subject = row.getInt("subject");
                KeyKind kind = KeyKind.valueOf(row.getString("kind"));
                UUID lead = Database.uuid(row, "lead_id");
                UUID customer = Database.uuid(row, "customer_id");
                if (lead != null && customer != null) {
                    session.matches.get(subject).add(new Match(kind, lead, customer, row.getBoolean("same_wish")));
                }
                session.recent.get(subject).merge(kind, row.getInt("recent"), Math::max);
            });
        }
        List<Asked> blocks = asked(session, false);
        if (!blocks.isEmpty()) {
            statements.add(SIMILAR);
            parameters.add(Database.array("uuid", blocks, asked -> asked.key().digest()));
            parameters.add(Database.array("integer", blocks, Asked::subject));
            parameters.add(
                    Database.array("integer", blocks, asked -> sketch(asked).triples()));
            parameters.add(
                    Database.array("bigint", blocks, asked -> sketch(asked).bits()));
            parameters.add(comparison.since());
            parameters.add(NAMES_PER_BLOCK);
            parameters.add(1000 - comparison.similarityPermil());
            parameters.add(NAMES_READ_PER_BLOCK);
            readers.add(row -> session.names
                    .get(row.getInt("subject"))
                    .put(Database.id(row, "lead_id"), row.getString("company")));
        }
        database.queryEach(statements.stream().collect(joining(";\n")), readers, parameters.toArray());
        return session;
    }

    private static NameSketch sketch(Asked asked) {
        return Objects.requireNonNull(asked.key().name());
    }

    /** Lets what comes later with one of these exact keys be known as the customer's, though no lead told of it. */
    public void keep(UUID customerId, List<IdentityKey> keys) {
        database.update(
                "insert into customer_key (key, customer_id) select key, ? from unnest(?::uuid[]) as key"
                        + " on conflict do nothing",
                customerId,
                Database.array(
                        "uuid",
                        keys.stream()
                                .filter(key -> key.kind().isExact())
                                .map(IdentityKey::digest)
                                .toList()));
    }

    private record Asked(IdentityKey key, int subject, String product) {}

    private static List<Asked> asked(Session session, boolean exact) {
        List<Asked> asked = new ArrayList<>();
        for (int place = 0; place < session.subjects.size(); place++) {
            String product = lower(session.subjects.get(place).product());
            for (IdentityKey key : session.keysOf(place)) {
                if (key.kind().isExact() == exact) {
                    asked.add(new Asked(key, place, product));
                }
            }
        }
        return asked;
    }

    /** In one order for everybody, so that nobody waits in a circle. */
    private static List<Integer> stripes(Session session) {
        SortedSet<Integer> stripes = new TreeSet<>();
        for (Subject subject : session.subjects) {
            subject.keys().forEach(key -> stripes.add(stripe(key.digest().hashCode())));
            if (subject.externalId() != null) {
                stripes.add(stripe(subject.externalId().hashCode()));
            }
        }
        return List.copyOf(stripes);
    }

    private static int stripe(int hash) {
        return Math.floorMod(hash, STRIPES);
    }

    private static boolean isSameProduct(String one, String other) {
        return lower(one).equals(lower(other));
    }

    private static String lower(String product) {
        return product.toLowerCase(Locale.ROOT);
    }

    private static <T> List<T> present(Collection<@Nullable T> values) {
        List<T> present = new ArrayList<>();
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private static <T> List<T> fill(List<Subject> subjects, Supplier<T> empty) {
        return subjects.stream().map(any -> empty.get()).toList();
    }
}
