package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.PartnerIndex;

@QuarkusTest
class ParallelRoutingTest {

    @Inject
    Network network;

    @Inject
    CaptureLead captureLead;

    @Inject
    RouteLeads routing;

    @Test
    void instancesThatRouteAtOnceNeverBreakACapNorOfferALeadTwice() throws Exception {
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (Tier tier : Tier.values()) {
                partners.add(network.partnerIn("ZA", tier, 5));
            }
        }
        List<UUID> leads = captureMany("ZA", 100);

        routeByManyInstancesUntilDone("ZA");

        for (UUID partner : partners) {
            assertEquals(5, network.openLeads(partner));
            assertEquals(5, network.openLeadsCounted(partner));
        }
        assertEquals(60, inStatus("ZA", "OFFERED"));
        assertEquals(40, inStatus("ZA", "DESK"));
        assertEquals(
                60,
                network.count("select count(*) from offer o join lead l on l.id = o.lead_id where l.country = 'ZA'"));
        assertEquals(100, leads.size());
    }

    @Test
    void instancesThatRouteAtOnceNeverBreakAQuota() throws Exception {
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            partners.add(network.partnerWithQuota("BW", 4));
        }
        captureMany("BW", 40);

        routeByManyInstancesUntilDone("BW");

        for (UUID partner : partners) {
            assertEquals(4, network.openLeads(partner));
            assertEquals(4, network.count("select sum(offered) from partner_day where partner_id = ?", partner));
        }
        assertEquals(20, inStatus("BW", "OFFERED"));
        assertEquals(20, inStatus("BW", "DESK"));
    }

    @Test
    void turnsFollowTheTiersWhoeverRoutes() throws Exception {
        UUID business = network.establishedIn("MA", Tier.BUSINESS);
        UUID certified = network.establishedIn("MA", Tier.CERTIFIED);
        UUID gold = network.establishedIn("MA", Tier.GOLD);
        UUID platinum = network.establishedIn("MA", Tier.PLATINUM);
        captureMany("MA", 200);

        routeByManyInstancesUntilDone("MA");

        assertTrue(Math.abs(network.openLeads(business) - 20) <= 1);
        assertTrue(Math.abs(network.openLeads(certified) - 40) <= 1);
        assertTrue(Math.abs(network.openLeads(gold) - 60) <= 1);
        assertTrue(Math.abs(network.openLeads(platinum) - 80) <= 1);
    }

    @Test
    void aBatchOfMixedCountriesRoutesEachLeadOnItsOwn() throws Exception {
        UUID kenya = network.partnerIn("KE");
        UUID ghana = network.partnerIn("GH");
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 10; i++) {
                captureLead.capture(lead(i % 2 == 0 ? "KE" : "GH"));
            }
        });

        routeByManyInstancesUntilDone("KE");
        routeByManyInstancesUntilDone("GH");

        assertEquals(5, network.openLeads(kenya));
        assertEquals(5, network.openLeads(ghana));
        assertEquals(
                0,
                network.count(
                        "select count(*) from lead l join partner p using (partner_id) where not l.country = any(p.territory_countries)"));
    }

    private List<UUID> captureMany(String country, int count) {
        List<UUID> leads = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                leads.add(captureLead.capture(lead(country)).lead().id());
            }
        });
        return leads;
    }

    /** Besides the worker of the application, three more with indexes of their own, as in other processes. */
    private void routeByManyInstancesUntilDone(String country) throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(instances.submit(() -> {
                    PartnerIndex index = new PartnerIndex();
                    while (inStatus(country, "ROUTING") > 0) {
                        routing.refresh(index);
                        routing.routeWaiting(index, Set.of(), 7);
                    }
                }));
            }
            for (Future<?> instance : running) {
                instance.get();
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> inStatus(country, "ROUTING") == 0);
    }

    private long inStatus(String country, String status) {
        return network.count("select count(*) from lead where country = ? and status = ?", country, status);
    }

    private static NewLead lead(String country) {
        return new NewLead(
                null,
                LeadSource.IMPORT,
                "Portal",
                null,
                null,
                true,
                country,
                null,
                null,
                null,
                "en",
                Set.of(IncomePoint.IMPLEMENTATION),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
