package org.ninetyten.leadrouting.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.messaging.Correlation;

/** The append-only record of what the vendor's staff did to a partner's business. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Audit {

    private final Database database;
    private final Clock clock;

    Audit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void record(String who, String what, UUID objectId, String before, String after, @Nullable String why) {
        database.update(
                "insert into audit_record (id, happened_at, who, what, object_id, before, after, why, correlation_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                clock.instant(),
                who,
                what,
                objectId,
                before,
                after,
                why,
                Correlation.current());
    }
}
