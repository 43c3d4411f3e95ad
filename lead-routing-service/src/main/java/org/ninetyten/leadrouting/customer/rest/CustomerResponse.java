package org.ninetyten.leadrouting.customer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.customer.PartnerOfRecordMove;

/** A customer and whose it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerResponse(
        UUID id,
        @Nullable String externalId,
        @Nullable UUID partnerOfRecord,
        @Nullable Instant partnerOfRecordSince,
        Instant createdAt,

        @Schema(
                description =
                        "How it went from partner to partner, the newest move first; for the vendor's staff only.")
        @Nullable
        List<Move> moves) {

    /** A move from one partner to another. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Move(
            @Nullable UUID fromPartnerId,
            @Nullable UUID toPartnerId,
            PartnerOfRecordMove.Cause cause,
            String why,
            Instant movedAt,
            String movedBy) {

        static Move from(PartnerOfRecordMove move) {
            return new Move(
                    move.fromPartnerId(), move.toPartnerId(), move.cause(), move.why(), move.movedAt(), move.movedBy());
        }
    }

    static CustomerResponse from(Customers.Customer customer, @Nullable List<PartnerOfRecordMove> moves) {
        return new CustomerResponse(
                customer.id(),
                customer.externalId(),
                customer.partnerOfRecord(),
                customer.partnerOfRecordSince(),
                customer.createdAt(),
                moves == null ? null : moves.stream().map(Move::from).toList());
    }
}
