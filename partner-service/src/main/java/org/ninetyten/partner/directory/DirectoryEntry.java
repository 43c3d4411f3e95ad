package org.ninetyten.partner.directory;

import java.util.List;
import java.util.UUID;

/** What the public sees of a partner. */
public record DirectoryEntry(
        UUID partnerId,
        String legalName,
        String country,
        List<String> cities,
        List<String> languages,
        List<String> services,
        String tier) {}
