package org.ninetyten.partner.application.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of applications, as the API's description shows it. */
public record ApplicationPage(
        List<ApplicationResponse> items, @Nullable String next) {}
