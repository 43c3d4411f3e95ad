package org.ninetyten.partner.directory.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.directory.DirectoryEntry;

/** A page of the directory, as the API's description shows it. */
public record DirectoryPage(
        List<DirectoryEntry> items,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
