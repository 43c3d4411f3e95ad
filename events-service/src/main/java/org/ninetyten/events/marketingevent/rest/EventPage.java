package org.ninetyten.events.marketingevent.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of events looks, for the documentation: it cannot name the generic page's type. */
@Schema(description = "A page of events.")
record EventPage(
        List<EventResponse> items,

        @Schema(description = "Send it as cursor to get the next page.") @Nullable
        String next) {}
