package org.ninetyten.billing.dispute.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a dispute ends without a correction. */
@Schema(examples = "{\"answer\": \"The deal was closed on 31 August, when the tier was Business.\"}")
record AnswerRequest(@NotBlank @Size(max = 2000) String answer) {}
