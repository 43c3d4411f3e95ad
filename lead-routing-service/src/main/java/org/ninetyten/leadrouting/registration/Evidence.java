package org.ninetyten.leadrouting.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a partner brings forward in a conflict.
 *
 * @param attachments files that the partner keeps ready: their digests tell later whether they are still the same
 */
public record Evidence(
        UUID id,
        UUID partnerId,
        String what,
        List<String> links,
        List<Attachment> attachments,
        Instant addedAt,
        String addedBy) {

    /** A file, by its name and its SHA-256 in hexadecimal digits. */
    public record Attachment(String name, String sha256) {}

    /** Evidence before it is kept. */
    public record Brought(String what, List<String> links, List<Attachment> attachments) {}
}
