package org.ninetyten.leadrouting;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.database.DatabaseFailed;

@QuarkusTest
class AuditTest {

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_record set who = 'nobody'", "delete from audit_record", "truncate audit_record"})
    void aRecordIsNeverChangedNorRemoved(String change) {
        DatabaseFailed refused = assertThrows(DatabaseFailed.class, () -> database.update(change));

        assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }
}
