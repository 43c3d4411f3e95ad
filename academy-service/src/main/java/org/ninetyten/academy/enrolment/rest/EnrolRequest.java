package org.ninetyten.academy.enrolment.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who goes on which course. */
record EnrolRequest(@NotNull UUID courseId, @NotNull UUID staffId) {}
