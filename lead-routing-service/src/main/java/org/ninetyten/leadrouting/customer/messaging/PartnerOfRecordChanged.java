package org.ninetyten.leadrouting.customer.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.PartnerOfRecordMove;

/** A customer has another partner of record, or none any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerOfRecordChanged(
        UUID customerId,
        @Nullable UUID fromPartnerId,
        @Nullable UUID toPartnerId,
        PartnerOfRecordMove.Cause cause,
        Instant occurredAt) {

    static PartnerOfRecordChanged from(PartnerOfRecordMove move) {
        return new PartnerOfRecordChanged(
                move.customerId(), move.fromPartnerId(), move.toPartnerId(), move.cause(), move.movedAt());
    }
}
