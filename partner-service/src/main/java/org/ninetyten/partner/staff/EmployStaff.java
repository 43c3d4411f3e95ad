package org.ninetyten.partner.staff;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.standing.EvaluateTier;

/** People join partners and leave them. */
@ApplicationScoped
public class EmployStaff {

    /** The person's id, and whether this import made it. */
    public record Imported(UUID staffId, boolean created) {}

    private final StaffMembers people;
    private final Partners partners;
    private final StaffEvents events;
    private final EvaluateTier evaluateTier;
    private final AuditTrail audit;
    private final Clock clock;

    EmployStaff(
            StaffMembers people,
            Partners partners,
            StaffEvents events,
            EvaluateTier evaluateTier,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.partners = partners;
        this.events = events;
        this.evaluateTier = evaluateTier;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person joins a partner. */
    @Transactional
    public StaffMember join(NewStaff person, String by) {
        partners.lockedOrRefuse(person.partnerId());
        return joinAll(List.of(person), by, "joined").getFirst();
    }

    /** People of an older programme; one who is here already stays as is, so a repetition is harmless. */
    @Transactional
    public Map<String, Imported> importAll(Map<String, NewStaff> newStaff, String by) {
        if (newStaff.isEmpty()) {
            return Map.of();
        }
        people.oneImportAtATime();
        Map<String, Imported> imported = new HashMap<>();
        people.idsByExternalId(Set.copyOf(newStaff.keySet()))
                .forEach((externalId, id) -> imported.put(externalId, new Imported(id, false)));
        Map<String, NewStaff> missing = new LinkedHashMap<>(newStaff);
        missing.keySet().removeAll(Set.copyOf(imported.keySet()));
        List<StaffMember> joined = joinAll(List.copyOf(missing.values()), by, "import from an older programme");
        int next = 0;
        for (String externalId : missing.keySet()) {
            imported.put(externalId, new Imported(joined.get(next).id(), true));
            next++;
        }
        return imported;
    }

    /** A person has a last day at a partner. */
    @Transactional
    public StaffMember leave(UUID partnerId, UUID staffId, LocalDate lastDay, String by) {
        partners.lockedOrRefuse(partnerId);
        StaffMember person = people.lockedOf(partnerId, staffId);
        events.publish(List.of(person.leave(lastDay, clock.instant())));
        remember("staff.left", person, Map.of("employedTo", lastDay.toString()), by, "left");
        evaluateTier.of(partnerId, by, "a staff member left");
        return person;
    }

    private List<StaffMember> joinAll(List<NewStaff> newStaff, String by, String why) {
        Instant now = clock.instant();
        List<StaffMember> joined = new ArrayList<>(newStaff.size());
        List<StaffEvent> happened = new ArrayList<>(newStaff.size());
        for (NewStaff each : newStaff) {
            StaffMember person = new StaffMember(UuidCreator.getTimeOrderedEpoch(), each);
            people.persist(person);
            happened.add(person.joined(now));
            remember(
                    "staff.joined",
                    person,
                    Map.of(
                            "fields",
                            List.of("name", "email"),
                            "employedFrom",
                            each.employedFrom().toString()),
                    by,
                    why);
            joined.add(person);
        }
        events.publish(happened);
        return joined;
    }

    private void remember(String action, StaffMember person, Map<String, Object> after, String by, String why) {
        audit.append(new AuditEntry(by, action, "staff", person.id(), person.partnerId(), null, after, why));
    }
}
