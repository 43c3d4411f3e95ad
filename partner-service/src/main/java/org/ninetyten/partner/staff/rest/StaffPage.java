package org.ninetyten.partner.staff.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of staff, as the API's description shows it. */
public record StaffPage(
        List<StaffResponse> items,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
