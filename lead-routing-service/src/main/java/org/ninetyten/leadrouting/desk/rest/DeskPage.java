package org.ninetyten.leadrouting.desk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.desk.DeskItemKind;
import org.ninetyten.leadrouting.desk.DeskView;

/** What waits and what is late. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskPage(
        List<DeskView.Item> items,

        @Schema(description = "How many there are of each kind, whatever this page shows.")
        Map<DeskItemKind, Long> counts,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
