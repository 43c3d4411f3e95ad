package org.ninetyten.partner.directory.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.directory.DirectoryEntry;

/** A page of the directory, as the API's description shows it. */
public record DirectoryPage(
        List<DirectoryEntry> items, @Nullable String next) {}
