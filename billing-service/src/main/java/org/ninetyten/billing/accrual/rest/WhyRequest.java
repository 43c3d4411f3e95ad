package org.ninetyten.billing.accrual.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody decided about money; it is kept with the decision. */
@Schema(examples = "{\"why\": \"The customer confirmed the order by phone.\"}")
public record WhyRequest(@NotBlank @Size(max = 1000) String why) {}
