package org.ninetyten.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.testing.AsyncApiContract;
import org.ninetyten.testing.Contracts;

class ContractTest {

    static List<String> events() {
        return Contracts.ownEvents();
    }

    @Test
    void publishesTheseEvents() {
        assertEquals(
                List.of(
                        "dispute.opened.v1",
                        "dispute.resolved.v1",
                        "payout.failed.v1",
                        "payout.settled.v1",
                        "payout.submitted.v1",
                        "reimbursement.paid.v1",
                        "reimbursement.payable.v1",
                        "split.adjusted.v1",
                        "split.posted.v1",
                        "statement.issued.v1"),
                events());
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachExampleIsValidUnderItsSchema(String event) {
        Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
    }

    @Test
    void theAsyncApiDescribesEveryEventAndRefersToWhatExists() {
        AsyncApiContract.check();
    }
}
