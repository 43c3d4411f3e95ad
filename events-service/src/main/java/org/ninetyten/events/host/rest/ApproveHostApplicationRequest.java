package org.ninetyten.events.host.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;

/** The approval of a host application. */
@Schema(examples = """
        {"approvedMinor": 200000}
        """)
public record ApproveHostApplicationRequest(
        @NotNull
        @Min(1)
        @Max(1_000_000_000_000_000L)
        @Schema(
                description =
                        "The most to pay back. What is reserved is this, or the programme's share of the expected cost if that is less.")
        Long approvedMinor,

        @Schema(description = "Needed for a late application; it is recorded.") @Valid @Nullable
        Waiver waiver) {

    /** Why the lead time is waived. */
    public record Waiver(
            @NotBlank @Size(max = 1000) @Pattern(regexp = Texts.LINES)
            String reason) {}

    @Nullable
    String waiverReason() {
        return waiver == null ? null : waiver.reason();
    }
}
