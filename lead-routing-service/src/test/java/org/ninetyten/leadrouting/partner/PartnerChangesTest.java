package org.ninetyten.leadrouting.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Network;

@QuarkusTest
class PartnerChangesTest {

    @Inject
    Network network;

    @Inject
    Partners partners;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void aChangeIsReadOnceEvenWhileALongTransactionHoldsUpTheHorizon() throws SQLException {
        Partners.Horizon start =
                partners.changesSince(Partners.Horizon.BEGINNING).horizon();
        try (Connection other = dataSource.getConnection();
                Statement running = other.createStatement()) {
            other.setAutoCommit(false);
            running.execute("select pg_current_xact_id()");
            UUID first = network.partnerIn("MT");

            Partners.Changes changes = partners.changesSince(start);
            assertEquals(List.of(first), ids(changes));
            assertEquals(List.of(), ids(partners.changesSince(changes.horizon())));

            UUID second = network.partnerIn("MT");
            assertEquals(List.of(second), ids(partners.changesSince(changes.horizon())));
            other.rollback();
        }
    }

    @Test
    void aPartnerWhoseCredentialChangesIsReadAgain() {
        UUID partner = network.partnerIn("NE");
        Partners.Horizon before =
                partners.changesSince(Partners.Horizon.BEGINNING).horizon();
        partners.grant(
                UUID.randomUUID(),
                partner,
                new Credential(IncomePoint.TRAINING, java.time.LocalDate.parse("2020-01-01"), null));

        Partners.Changes changes = partners.changesSince(before);

        assertEquals(List.of(partner), ids(changes));
        assertEquals(2, changes.profiles().getFirst().credentials().size());
    }

    private static List<UUID> ids(Partners.Changes changes) {
        return changes.profiles().stream().map(PartnerProfile::id).toList();
    }
}
