package org.ninetyten.partner.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.ninetyten.partner.vocabulary.PlainText;

/** A day on which the partner does not work, and what it is called. */
public record Holiday(
        @NotNull LocalDate date,
        @NotNull @PlainText @Size(max = 100) String name) {}
