package org.ninetyten.leadrouting.trial.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.SignalType;

/** Reads the signals of a batch one by one. */
@ApplicationScoped
class ReadSignals {

    private final ObjectMapper json;
    private final Validator validator;

    ReadSignals(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** A signal, or what is wrong with it. */
    record Read(
            @Nullable UsageSignalRequest signal,
            @Nullable String field,
            @Nullable String reason) {}

    Read read(@Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            return new Read(null, "signal", "must be an object");
        }
        UsageSignalRequest signal;
        try {
            signal = json.treeToValue(item, UsageSignalRequest.class);
        } catch (JsonMappingException e) {
            return new Read(null, field(e), reason(e));
        } catch (JsonProcessingException e) {
            return new Read(null, "signal", "cannot be read");
        }
        if (signal.trial() == null) {
            return new Read(null, "trial", "must not be null");
        }
        Optional<ConstraintViolation<UsageSignalRequest>> wrong = validator.validate(signal).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()));
        return wrong.map(violation -> new Read(null, violation.getPropertyPath().toString(), violation.getMessage()))
                .orElseGet(() -> new Read(signal, null, null));
    }

    private static String field(JsonMappingException e) {
        return e.getPath().isEmpty() || e.getPath().getFirst().getFieldName() == null
                ? "signal"
                : e.getPath().getFirst().getFieldName();
    }

    private static String reason(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a known field";
            case InvalidFormatException wrong
            when wrong.getTargetType() == SignalType.class -> "is not a known type of signal";
            default -> "has a value of the wrong kind";
        };
    }
}
