package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.ReportWork;
import org.ninetyten.leadrouting.work.Work;
import org.ninetyten.leadrouting.work.WorkClock;
import org.ninetyten.leadrouting.work.WorkStep;

/** How the work on a lead stands, and what comes next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkResponse(
        UUID leadId,
        UUID partnerId,
        Instant acceptedAt,

        @Schema(description = "Until when the customer must be contacted, in the partner's business time.")
        Instant contactBy,

        @Nullable Instant contactedAt,

        @Schema(description = "Whether it was contacted in time; absent before the first contact.") @Nullable
        Boolean contactedInTime,

        Instant lastNewsAt,
        @Nullable Instant nudgedAt,
        @Nullable Instant warnedAt,

        @Schema(description = "When the lead left the partner, or was won or lost.") @Nullable
        Instant endedAt,

        @Schema(description = "What comes next unless something is heard before.") @Nullable
        WorkStep nextStep,

        @Nullable Instant nextStepAt) {

    static WorkResponse from(ReportWork.Standing standing) {
        Work work = standing.work();
        WorkClock.Due next = standing.next();
        return new WorkResponse(
                work.leadId(),
                work.partnerId(),
                work.acceptedAt(),
                work.contactBy(),
                work.contactedAt(),
                work.contactedAt() == null ? null : work.wasContactedInTime(),
                work.lastNewsAt(),
                work.nudgedAt(),
                work.warnedAt(),
                work.endedAt(),
                next == null ? null : next.step(),
                next == null ? null : next.at());
    }
}
