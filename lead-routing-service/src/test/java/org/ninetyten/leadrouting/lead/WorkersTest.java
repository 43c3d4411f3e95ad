package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.AfterCommit;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** The application's own workers stand still here; workers as after a restart take their place. */
@QuarkusTest
class WorkersTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    RouteLeads routing;

    @Inject
    ExpireOffers expiry;

    @Inject
    LeadRoutingConfig config;

    @Inject
    AfterCommit afterCommit;

    @Inject
    RoutingWorker routingWorker;

    @Inject
    ExpiryWorker expiryWorker;

    @BeforeEach
    void stopTheApplicationsWorkers() {
        routingWorker.stop();
        expiryWorker.stop();
    }

    @AfterEach
    void startThemAgain() {
        routingWorker.start(new StartupEvent());
        expiryWorker.start(new StartupEvent());
    }

    @Test
    void whatWasLeftWhenTheWorkersStoppedIsPickedUpByTheNextOnes() {
        network.partnerIn("KG");
        network.partnerIn("KG");
        UUID offered = Api.capture(Api.leadIn("KG"));
        routeAll(new RoutingWorker(routing, config, afterCommit));
        Instant expiresAt =
                Instant.parse(Api.awaitOffer(offered, 1).get("expiresAt").toString());
        UUID waiting = Api.capture(Api.leadIn("KG"));
        MutableClock.set(expiresAt);
        assertEquals("ROUTING", Api.lead(waiting).getString("status"));
        assertEquals("OFFERED", Api.lead(offered).getString("status"));

        RoutingWorker restarted = new RoutingWorker(routing, config, afterCommit);
        ExpiryWorker restartedToo = new ExpiryWorker(expiry, config);
        restarted.start(new StartupEvent());
        restartedToo.start(new StartupEvent());
        try {
            Api.awaitOffer(waiting, 1);
            Api.awaitOffer(offered, 2);
        } finally {
            restarted.stop();
            restartedToo.stop();
        }
    }

    @Test
    void aLeadWhosePartnersTurnIsTakenIsTriedAgainInGrowingPauses() throws SQLException {
        UUID chosen = network.partnerIn("KZ");
        network.partnerIn("KZ");
        RoutingWorker worker = new RoutingWorker(routing, config, afterCommit);
        routeAll(worker);
        UUID lead;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            lock(other, chosen);
            lead = Api.capture(Api.leadIn("KZ", ", \"partnerId\": \"" + chosen + "\""));
            UUID another = Api.capture(Api.leadIn("KZ"));

            List<Duration> rests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Duration rest = worker.work();
                if (rest.isPositive()) {
                    rests.add(rest);
                }
            }
            assertEquals("ROUTING", Api.lead(lead).getString("status"));
            assertEquals("OFFERED", Api.lead(another).getString("status"));
            assertTrue(rests.size() >= 8, "rested after " + rests);
            assertEquals(rests.stream().sorted().toList(), rests);
            assertTrue(rests.getLast().compareTo(rests.getFirst()) > 0, "rested after " + rests);
            other.rollback();
        }
        routeAll(worker);

        assertEquals(chosen, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
    }

    @Test
    void aPartnerThatIsNoLongerInTheReadModelIsForgotten() {
        UUID gone = network.partnerIn("LU");
        RoutingWorker worker = new RoutingWorker(routing, config, afterCommit);
        routeAll(worker);
        database.update("delete from partner_turn where partner_id = ?", gone);
        database.update("delete from partner where partner_id = ?", gone);
        UUID nobodyLeft = Api.capture(Api.leadIn("LU"));
        routeAll(worker);
        assertEquals("DESK", Api.lead(nobodyLeft).getString("status"));

        UUID other = network.partnerIn("LU");
        UUID lead = Api.capture(Api.leadIn("LU", ", \"partnerId\": \"" + gone + "\""));
        routeAll(worker);
        assertEquals(other, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
    }

    @Test
    void whoIsSuspendedAfterTheIndexWasToldIsPassedOver() {
        UUID suspended = network.partnerIn("EG");
        UUID other = network.partnerIn("EG");
        PartnerIndex index = new PartnerIndex();
        routing.refresh(index);
        network.keep(suspended, "EG", PartnerStatus.SUSPENDED, Tier.BUSINESS, 1_000);
        List<UUID> leads = IntStream.range(0, 6)
                .mapToObj(any -> Api.capture(Api.leadIn("EG")))
                .toList();

        while (routing.routeWaiting(index, Set.of(), 100).routed() > 0) {
            // All that waits; the index is told of nothing meanwhile, but what the router itself sees.
        }

        for (UUID lead : leads) {
            assertEquals(other, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
        }
    }

    @Test
    void aPersonThatAssignsALeadWaitsForThePartnersTurn() throws Exception {
        UUID lead = Api.capture(Api.leadIn("FJ"));
        routeAll(new RoutingWorker(routing, config, afterCommit));
        UUID partner = network.partnerIn("FJ");
        CompletableFuture<Integer> assigned;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            lock(other, partner);
            assigned = CompletableFuture.supplyAsync(() -> Api.desk()
                    .body("{\"partnerId\": \"" + partner + "\", \"why\": \"They know the customer.\"}")
                    .post("/v1/leads/{id}/assign", lead)
                    .statusCode());
            while (!assigned.isDone()
                    && network.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '%partner_turn%for update%' and datname = current_database()")
                            == 0) {
                Thread.onSpinWait();
            }
            other.rollback();
        }
        assertEquals(200, assigned.get(30, TimeUnit.SECONDS));
    }

    private static void lock(Connection connection, UUID partner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from partner_turn where partner_id = ? for update")) {
            statement.setObject(1, partner);
            statement.executeQuery();
        }
    }

    /** Works until there is nothing to do for some time; a worker that never rests fails here. */
    private static void routeAll(RoutingWorker worker) {
        int rests = 0;
        for (int i = 0; i < 50; i++) {
            if (worker.work().isPositive() && ++rests == 3) {
                return;
            }
        }
        throw new AssertionError("The worker does not come to rest.");
    }
}
