package org.ninetyten.leadrouting.customer.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.ChangeRequest;

/** Documents how one page of change requests is written. */
record ChangeRequestPage(
        List<ChangeRequest> items,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
