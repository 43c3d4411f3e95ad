package org.ninetyten.leadrouting.transfer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadSource;

/** What holds for all rows of a file that do not say otherwise. */
record Defaults(
        LeadSource source,
        @Nullable String product,
        @Nullable String campaign) {

    void addTo(ObjectNode lead) {
        putIfAbsent(lead, "source", source.name());
        putIfAbsent(lead, "product", product);
        putIfAbsent(lead, "campaign", campaign);
    }

    void addTo(MessageDigest digest) {
        digest.update((source + "\n" + product + "\n" + campaign + "\n").getBytes(UTF_8));
    }

    private static void putIfAbsent(ObjectNode lead, String field, @Nullable String value) {
        if (value != null && !lead.hasNonNull(field)) {
            lead.put(field, value);
        }
    }
}
