package org.ninetyten.events.host.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of host applications looks, for the documentation: it cannot name the generic page's type. */
@Schema(description = "A page of host applications.")
record HostApplicationPage(
        List<HostApplicationResponse> items,

        @Schema(description = "Send it as cursor to get the next page.") @Nullable
        String next) {}
