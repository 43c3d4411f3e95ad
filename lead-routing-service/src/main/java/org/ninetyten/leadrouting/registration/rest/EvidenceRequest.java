package org.ninetyten.leadrouting.registration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.registration.Evidence;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What a side brings forward. */
record EvidenceRequest(
        @NotNull @Size(max = 4000) @Known(Code.LINES) String what,

        @Size(max = 10) @Nullable
        List<
                        @NotNull @Size(max = 500)
                        @Pattern(regexp = "https?://[^\\s]+", message = "must be a web address") @Known(Code.TEXT)
                        String>
                links,

        @Schema(description = "Files that the partner keeps ready. Their digests tell later whether they are the same.")
        @Size(max = 10)
        @Nullable
        List<@Valid @NotNull AttachmentRequest> attachments) {

    /** A file by its name and digest. */
    record AttachmentRequest(
            @NotNull @Size(max = 200) @Known(Code.TEXT) String name,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in 64 lower-case hex digits")
            String sha256) {}

    Evidence.Brought toEvidence() {
        return new Evidence.Brought(
                what,
                links == null ? List.of() : List.copyOf(links),
                attachments == null
                        ? List.of()
                        : attachments.stream()
                                .map(file -> new Evidence.Attachment(file.name(), file.sha256()))
                                .toList());
    }
}
