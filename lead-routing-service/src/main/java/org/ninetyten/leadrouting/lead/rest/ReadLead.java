package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.messaging.http.ProblemException;

/** Reads a lead by the rules of the REST endpoint, wherever the lead stands. */
@ApplicationScoped
public class ReadLead {

    private final ObjectMapper json;
    private final Validator validator;

    ReadLead(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** A field and what is wrong with it. */
    public record Wrong(String field, String reason) {}

    /** The lead, or at least one thing that is wrong. */
    public record Read(@Nullable NewLead lead, List<Wrong> wrong) {}

    /** What a field of a lead holds. */
    public enum Content {
        TEXT,
        NUMBER,
        TRUTH,
        LIST
    }

    /** The fields of a lead; those of the contact with their path, such as {@code contact.email}. */
    public static Map<String, Content> fields() {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (RecordComponent field : CaptureLeadRequest.class.getRecordComponents()) {
            if (field.getType() == CaptureLeadRequest.ContactRequest.class) {
                for (RecordComponent part : CaptureLeadRequest.ContactRequest.class.getRecordComponents()) {
                    fields.put(field.getName() + "." + part.getName(), content(part.getType()));
                }
            } else {
                fields.put(field.getName(), content(field.getType()));
            }
        }
        return fields;
    }

    private static Content content(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return Content.LIST;
        }
        if (Number.class.isAssignableFrom(type)) {
            return Content.NUMBER;
        }
        return type == Boolean.class ? Content.TRUTH : Content.TEXT;
    }

    public Read read(JsonNode lead) {
        if (!lead.isObject()) {
            return refused("row", "must be an object");
        }
        CaptureLeadRequest request;
        try {
            request = json.treeToValue(lead, CaptureLeadRequest.class);
        } catch (JsonMappingException e) {
            return refused(path(e), reason(e));
        } catch (JsonProcessingException e) {
            return refused("row", "cannot be read");
        }
        List<Wrong> wrong = validator.validate(request).stream()
                .map(violation -> new Wrong(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        if (!wrong.isEmpty()) {
            return new Read(null, wrong);
        }
        try {
            return new Read(request.toNewLead(), List.of());
        } catch (ProblemException e) {
            // Its message is the field and the reason.
            String[] parts = String.valueOf(e.getMessage()).split(" ", 2);
            return refused(parts[0], parts.length == 2 ? parts[1] : "is not valid");
        }
    }

    private static Read refused(String field, String reason) {
        return new Read(null, List.of(new Wrong(field, reason)));
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "row" : path.replaceFirst("^\\.", "");
    }

    private static String reason(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a known field";
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                "must be one of "
                        + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "));
            default -> "has a value of the wrong kind";
        };
    }
}
