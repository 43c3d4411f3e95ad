package org.ninetyten.leadrouting.lead;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;

/** Makes a lead of a visitor of an event, with the host first in line; once for each person and event. */
@ApplicationScoped
@Transactional(MANDATORY)
public class TakeVisitor {

    private final CaptureLead captureLead;
    private final Database database;

    TakeVisitor(CaptureLead captureLead, Database database) {
        this.captureLead = captureLead;
        this.database = database;
    }

    /** Somebody who was at an event. */
    public record Visitor(
            UUID registrationId,
            UUID eventId,
            UUID hostPartnerId,
            Contact contact,
            String email,
            @Nullable String company,
            @Nullable String country,
            @Nullable String language,
            Set<IncomePoint> needs,
            String product,
            boolean consent) {}

    public void take(Visitor visitor) {
        // The lead is captured only by the one that gets the row in: registering twice makes no second lead.
        int first = database.update(
                "insert into event_visitor (event_id, person, registration_id) values (?, ?, ?) on conflict do nothing",
                visitor.eventId(),
                person(visitor.email()),
                visitor.registrationId());
        if (first == 0) {
            return;
        }
        captureLead.capture(new NewLead(
                "event-registration:" + visitor.registrationId(),
                LeadSource.EVENT,
                visitor.product(),
                visitor.company(),
                visitor.consent() ? visitor.contact() : null,
                visitor.consent(),
                visitor.country(),
                null,
                null,
                null,
                visitor.language(),
                visitor.needs(),
                null,
                null,
                null,
                null,
                null,
                visitor.hostPartnerId(),
                visitor.eventId()));
    }

    /** Tells the same person from others without keeping who it is. */
    private static String person(String email) {
        try {
            byte[] normalised = email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normalised));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
