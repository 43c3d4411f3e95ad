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
@Schema(examples = """
        {"name": "Alina Petrova", "email": "alina.petrova@example.com", "phone": "+78435550123",
         "company": "Volga Foods", "country": "RU", "language": "ru", "needs": ["IMPLEMENTATION", "TRAINING"],
         "consent": true}
        """)
public record RegisterVisitorRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE)
        String name,

        @NotBlank @Email @Size(max = 254) @Pattern(regexp = Texts.LINE)
        String email,

        @Nullable @Size(max = 40) @Pattern(regexp = Texts.LINE)
        String phone,

        @Nullable @Size(max = 200) @Pattern(regexp = Texts.LINE)
        String company,

        @NotNull @Pattern(regexp = "[A-Z]{2}") String country,

        @NotNull @Size(max = 35) @Schema(description = "BCP 47.")
        String language,

        @NotNull @Size(max = 12) List<@NotNull IncomePoint> needs,

        @NotNull @AssertTrue(message = "must be given") @Schema(description = "To be contacted about the needs.")
        Boolean consent) {

    Visitor toVisitor() {
        return new Visitor(name, email, phone, company, country, language, needs);
    }
}
