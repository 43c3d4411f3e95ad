package org.ninetyten.events.registration.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;
import org.ninetyten.events.registration.IncomePoint;
import org.ninetyten.events.registration.Visitor;

/** A visitor's registration. */
public record RegisterVisitorRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE) @Schema(examples = "Alina Petrova")
        String name,

        @NotBlank @Email @Size(max = 254) @Pattern(regexp = Texts.LINE) @Schema(examples = "alina.petrova@example.com")
        String email,

        @Nullable @Size(max = 40) @Pattern(regexp = Texts.LINE) @Schema(examples = "+78435550123")
        String phone,

        @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE) @Schema(examples = "Volga Foods")
        String company,

        @NotNull @Pattern(regexp = "[A-Z]{2}") @Schema(examples = "RU")
        String country,

        @NotNull @Size(max = 35) @Schema(description = "BCP 47.", examples = "ru")
        String language,

        @NotNull @Size(max = 12) List<@NotNull IncomePoint> needs,

        @NotNull @AssertTrue(message = "must be given") @Schema(description = "To be contacted about the needs.")
        Boolean consent) {

    Visitor toVisitor() {
        return new Visitor(name, email, phone, company, country, language, needs);
    }
}
