package org.ninetyten.partner.staff.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.staff.EmployStaff;
import org.ninetyten.partner.staff.NewStaff;
import org.ninetyten.partner.staff.rest.ImportStaffRequest.Person;
import org.ninetyten.partner.staff.rest.ImportStaffResponse.FieldError;
import org.ninetyten.partner.staff.rest.ImportStaffResponse.Outcome;
import org.ninetyten.partner.staff.rest.ImportStaffResponse.Result;

/** Checks the people of an import one by one, so that a bad one stops nobody else. */
@ApplicationScoped
class StaffImport {

    private final EmployStaff employStaff;
    private final Partners partners;
    private final Validator validator;

    StaffImport(EmployStaff employStaff, Partners partners, Validator validator) {
        this.employStaff = employStaff;
        this.partners = partners;
        this.validator = validator;
    }

    /** Imports who is valid and tells of each person what became of it. */
    @Transactional
    ImportStaffResponse importAll(List<Person> people, String by) {
        Map<Person, List<FieldError>> errors = new HashMap<>();
        people.forEach(person -> errors.put(person, check(person)));
        List<Person> valid = people.stream()
                .filter(person -> errors.getOrDefault(person, List.of()).isEmpty())
                .toList();
        Map<String, UUID> byExternalId = partners.idsByExternalId(valid.stream()
                .map(Person::partnerExternalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<UUID> byId = partners.existingOf(
                valid.stream().map(Person::partnerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, NewStaff> newStaff = new LinkedHashMap<>();
        for (Person person : valid) {
            UUID employer = employerOf(person, byId, byExternalId);
            if (employer == null) {
                errors.put(person, List.of(new FieldError("partner", "is not known")));
            } else {
                newStaff.putIfAbsent(
                        person.externalId(),
                        new NewStaff(
                                employer, person.externalId(), person.name(), person.email(), person.employedFrom()));
            }
        }
        Map<String, EmployStaff.Imported> imported = employStaff.importAll(newStaff, by);
        List<Result> results = new ArrayList<>(people.size());
        for (Person person : people) {
            List<FieldError> wrong = errors.getOrDefault(person, List.of());
            // The second person with the same external id is a repetition, too.
            boolean first = wrong.isEmpty() && newStaff.remove(person.externalId()) != null;
            results.add(result(person, wrong, first, imported));
        }
        return ImportStaffResponse.of(results);
    }

    private List<FieldError> check(Person person) {
        List<FieldError> errors = new ArrayList<>();
        validator
                .validate(person)
                .forEach(violation ->
                        errors.add(new FieldError(violation.getPropertyPath().toString(), violation.getMessage())));
        if ((person.partnerId() == null) == (person.partnerExternalId() == null)) {
            errors.add(new FieldError("partnerId", "must be given, or partnerExternalId, but not both"));
        }
        return errors;
    }

    private static @Nullable UUID employerOf(Person person, Set<UUID> byId, Map<String, UUID> byExternalId) {
        UUID id = person.partnerId();
        if (id != null) {
            return byId.contains(id) ? id : null;
        }
        String externalId = person.partnerExternalId();
        return externalId == null ? null : byExternalId.get(externalId);
    }

    private static Result result(
            Person person, List<FieldError> wrong, boolean first, Map<String, EmployStaff.Imported> imported) {
        if (!wrong.isEmpty()) {
            return new Result(person.externalId(), null, Outcome.REJECTED, wrong);
        }
        EmployStaff.Imported here = Objects.requireNonNull(imported.get(person.externalId()));
        boolean created = here.created() && first;
        return new Result(
                person.externalId(), here.staffId(), created ? Outcome.CREATED : Outcome.UNCHANGED, List.of());
    }
}
