package org.ninetyten.leadrouting.lead.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.messaging.http.Caller;

/** Leads as the list shows them to a caller, for answers of another form. */
public final class LeadView {

    private LeadView() {}

    /** What the caller may see of a lead, ready to be written as JSON; needs the caller's request no more. */
    public static Function<Lead, Object> of(Caller caller) {
        if (caller.hasRole(SALES_DESK) || caller.hasRole(PARTNER_MANAGER) || caller.hasRole(ADMIN)) {
            return LeadResponse::whole;
        }
        Optional<UUID> partner = caller.partnerId();
        return partner.isPresent()
                ? lead -> LeadResponse.forPartner(lead, partner.get())
                : LeadResponse::withoutContact;
    }

    /** The fields of a lead in their order; those of the contact with their path, such as {@code contact.email}. */
    public static List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (RecordComponent field : LeadResponse.class.getRecordComponents()) {
            if (field.getType() == Contact.class) {
                for (RecordComponent part : Contact.class.getRecordComponents()) {
                    fields.add(field.getName() + "." + part.getName());
                }
            } else {
                fields.add(field.getName());
            }
        }
        return fields;
    }
}
