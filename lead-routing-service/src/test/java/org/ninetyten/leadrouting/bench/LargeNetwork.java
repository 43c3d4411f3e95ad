package org.ninetyten.leadrouting.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.City;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerState;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

/** A network of the size and spread that the platform is made for, over the countries of {@link GeneratedLeads}. */
@ApplicationScoped
public class LargeNetwork {

    static final int PARTNERS = 24_119;

    private static final int AT_A_TIME = 500;
    private static final List<IncomePoint> CERTIFIED = List.of(
            IncomePoint.IMPLEMENTATION,
            IncomePoint.INTEGRATION,
            IncomePoint.DATA_MIGRATION,
            IncomePoint.SUPPORT,
            IncomePoint.TRAINING);
    private static final List<Tier> TIERS = List.of(Tier.values());

    /** So many of the network in one country: 20,000 of the CIS, 1,600 of Europe, and the rest overseas. */
    private record Share(String country, String language, int partners, double latitude, double longitude) {}

    private static final List<Share> SHARES = List.of(
            new Share("KZ", "ru", 20_000, 48.0, 66.9),
            new Share("DE", "de", 400, 51.1, 10.4),
            new Share("FR", "fr", 400, 46.6, 2.4),
            new Share("ES", "es", 300, 40.2, -3.6),
            new Share("IT", "it", 250, 42.8, 12.1),
            new Share("PL", "pl", 250, 52.1, 19.4),
            new Share("BR", "pt", 978, -14.2, -51.9),
            new Share("US", "en", 966, 39.8, -98.6),
            new Share("NG", "en", 478, 9.1, 8.7),
            new Share("AU", "en", 97, -25.3, 133.8));

    @Inject
    Partners partners;

    @Inject
    Database database;

    private final SplittableRandom random = new SplittableRandom(24_119);

    /** Adds all partners, unless they are there. */
    void load() {
        if (database.first("select 1 from partner where country = 'AU'", row -> 1)
                .isPresent()) {
            return;
        }
        for (Share share : SHARES) {
            for (int from = 0; from < share.partners(); from += AT_A_TIME) {
                int portion = Math.min(AT_A_TIME, share.partners() - from);
                QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < portion; i++) {
                        add(share);
                    }
                });
            }
        }
    }

    private void add(Share share) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Tier tier = TIERS.get(random.nextInt(TIERS.size()));
        partners.keep(new PartnerState(
                id,
                1,
                "Partner " + id,
                share.country(),
                PartnerStatus.ACTIVE,
                tier,
                List.of(share.language(), "en"),
                Arrays.asList(IncomePoint.values()),
                "UTC",
                List.of(new City(
                        "Somewhere",
                        share.country(),
                        share.latitude() + random.nextDouble(-3, 3),
                        share.longitude() + random.nextDouble(-3, 3))),
                new Territory(Set.of(share.country()), Set.of(), null),
                // Nothing is answered here, so nothing may become full either.
                1_000_000,
                1_000_000,
                false));
        for (IncomePoint point : CERTIFIED) {
            partners.grant(
                    UuidCreator.getTimeOrderedEpoch(), id, new Credential(point, LocalDate.parse("2020-01-01"), null));
        }
    }
}
