package org.ninetyten.billing.payout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.payout.PayoutScene.refused;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.CountingDatabase;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.Tokens;

/** Four eyes over a run of payouts. */
@QuarkusTest
class ApprovePayoutsTest {

    private static final long ABOVE_THE_LIMIT = 1_000_001;

    @Inject
    PayoutScene scene;

    @Inject
    DraftPayouts draft;

    @Inject
    ApprovePayouts approve;

    @Inject
    Payouts payouts;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Test
    void aMixedRunIsApprovedByOneAndWhatIsAboveTheLimitByAnother() {
        UUID small = drafted(60_000);
        UUID large = drafted(ABOVE_THE_LIMIT);
        UUID taken = drafted(60_000);
        UUID run = runBy("treasurer");
        Payout back = scene.only(run, taken);
        approve.cancel(back.id(), "wrong month", "treasurer");
        int drafts = drafts(run);

        refused("own-payout", () -> approve.approveRun(run, "treasurer"));
        assertEquals(drafts, approve.approveRun(run, "ann"));
        assertEquals(PayoutState.APPROVED, scene.only(run, small).state());
        assertEquals(PayoutState.DRAFT, scene.only(run, large).state());
        assertEquals(0, approve.approveRun(run, "ann"), "two approvals are those of two people");
        assertEquals(PayoutState.DRAFT, scene.only(run, large).state());
        int left = drafts(run);
        assertEquals(left, approve.approveRun(run, "bob"));
        assertEquals(PayoutState.APPROVED, scene.only(run, large).state());
        assertEquals(0, approve.approveRun(run, "carol"));

        assertEquals(PayoutState.CANCELLED, scene.only(run, taken).state(), "what was taken back stays so");
        assertEquals(
                List.of("ann", "bob"), payouts.approvers(scene.only(run, large).id()));
        assertEquals(List.of("ann"), payouts.approvers(scene.only(run, small).id()));
        cancelAll(run);
    }

    @Test
    void theAuditHasARecordOfEachPayoutThatARunsApprovalWasOf() {
        UUID large = drafted(ABOVE_THE_LIMIT);
        UUID run = runBy("treasurer");
        approve.approveRun(run, "ann");
        approve.approveRun(run, "bob");

        asFinance("/v1/audit-records?object=payout/" + scene.only(run, large).id())
                .body("items.who", hasItems("ann", "bob"))
                .body("items.what", hasItem("payout.approved"))
                .body("items[0].who", equalTo("bob"))
                .body("items[0].after", equalTo("APPROVED"))
                .body("items[1].after", equalTo("DRAFT"))
                .body("items[0].why", containsString(run.toString()));
        cancelAll(run);
    }

    @Test
    void ofParallelApprovalsOfOnePersonOneCounts() throws Exception {
        UUID small = drafted(60_000);
        UUID large = drafted(ABOVE_THE_LIMIT);
        UUID run = runBy("treasurer");
        int drafts = drafts(run);

        int approved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> one = () -> approve.approveRun(run, "ann");
            for (Future<Integer> answer : threads.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
                approved += answer.get();
            }
        }

        assertEquals(drafts, approved);
        assertEquals(PayoutState.APPROVED, scene.only(run, small).state());
        assertEquals(PayoutState.DRAFT, scene.only(run, large).state());
        assertEquals(List.of("ann"), payouts.approvers(scene.only(run, large).id()));
        cancelAll(run);
    }

    @Test
    void ofAnApprovalAndACancellationAtOnceOneWins() throws Exception {
        UUID partner = drafted(60_000);
        UUID run = runBy("treasurer");
        UUID payout = scene.only(run, partner).id();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.of(() -> approve.approveRun(run, "ann"), () -> {
                approve.cancel(payout, "wrong month", "bob");
                return 0;
            }));
        }

        assertEquals(PayoutState.CANCELLED, payouts.find(payout).orElseThrow().state());
        assertEquals(java.util.Map.of("PAYABLE", 1L), scene.states(partner));
        cancelAll(run);
    }

    @Test
    void aRunThatIsStillDraftingIsNotApproved() {
        UUID run = draft.start("treasurer");
        try {
            database.update("update payout_run set state = 'RUNNING', finished_at = null where id = ?", run);
            refused("illegal-state", () -> approve.approveRun(run, "ann"));
        } finally {
            scene.finish(run);
        }
    }

    @Test
    void nobodyApprovesTheirOwnOverHttp() {
        UUID partner = drafted(60_000);
        String both = Tokens.vendor("finance-approver", "finance");
        String run = given().auth()
                .oauth2(both)
                .post("/v1/payout-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        scene.finish(UUID.fromString(run));
        UUID payout = scene.only(UUID.fromString(run), partner).id();

        given().auth()
                .oauth2(both)
                .post("/v1/payouts/{id}/approve", payout)
                .then()
                .statusCode(409)
                .body("code", equalTo("own-payout"))
                .body("detail", containsString("Somebody other than finance-approver"));
        given().auth()
                .oauth2(both)
                .post("/v1/payout-runs/{id}/approve", run)
                .then()
                .statusCode(409)
                .body("code", equalTo("own-payout"));
        assertEquals(PayoutState.DRAFT, payouts.find(payout).orElseThrow().state());
        cancelAll(UUID.fromString(run));
    }

    @Test
    void theStatementsDontGrowWithTheDrafts() {
        drafted(60_000);
        UUID one = runBy("treasurer");
        for (int i = 0; i < 30; i++) {
            drafted(60_000);
        }
        UUID many = runBy("treasurer");
        assertTrue(drafts(many) >= 30);
        CountingDatabase counting = new CountingDatabase(source);
        QuarkusMock.installMockForType(counting, Database.class);

        approve.approveRun(one, "ann");
        int forOne = counting.statements();
        approve.approveRun(many, "ann");

        assertEquals(forOne, counting.statements() - forOne);
        cancelAll(one);
        cancelAll(many);
    }

    private UUID drafted(long minor) {
        UUID partner = scene.withAccount("EUR");
        scene.payable(partner, "EUR", minor);
        return partner;
    }

    private UUID runBy(String who) {
        UUID run = draft.start(who);
        scene.finish(run);
        return run;
    }

    private int drafts(UUID run) {
        return payouts.list(null, PayoutState.DRAFT, run, null, 1_000).size();
    }

    /** Leaves nothing approved for the files of other tests. */
    private void cancelAll(UUID run) {
        for (Payout payout : payouts.list(null, null, run, null, 1_000)) {
            if (payout.state().next().contains(PayoutState.CANCELLED)) {
                approve.cancel(payout.id(), "test", "ann");
            }
        }
    }
}
