package org.ninetyten.messaging.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every failure into a problem. Nothing of the inside reaches the caller: no stack trace, no SQL, no class name.
 *
 * <p>Public, since the code that the framework generates for it may live in another class loader.
 */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String UNIQUE_VIOLATION = "23505";

    /** PostgreSQL stores every character but NUL. */
    private static final String UNSTORABLE_CHARACTER = "22021";

    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return problem.toProblem().toResponse();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure) {
        List<Problem.FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(fieldOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList();
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.reason())
                .collect(Collectors.joining("; "));
        return Problem.of(GeneralProblem.VALIDATION_FAILED, detail, errors, null)
                .toResponse();
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException failure) {
        return malformed(failure).toResponse();
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException failure) {
        return malformed(failure).toResponse();
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JacksonException unreadable) {
            return malformed(unreadable).toResponse();
        }
        if (failure instanceof NotFoundException && failure.getCause() != null && isTheAddressFine(uri)) {
            return unreadableQuery(uri, failure.getCause()).toResponse();
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        GeneralProblem type = Arrays.stream(GeneralProblem.values())
                .filter(candidate -> candidate.status() == status)
                .findFirst()
                .orElse(status < 500 ? GeneralProblem.MALFORMED_REQUEST : GeneralProblem.INTERNAL_ERROR);
        if (status >= 500) {
            LOG.error("A request failed", failure);
        }
        return Problem.of(type, null, null, null).toResponse();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure) {
        return Response.fromResponse(
                        Problem.of(GeneralProblem.UNAUTHENTICATED, "Send a valid access token.", null, null)
                                .toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return Problem.of(GeneralProblem.FORBIDDEN, null, null, null).toResponse();
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(OptimisticLockException failure) {
        return stale().toResponse();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem.toProblem().toResponse();
            }
            if (cause instanceof OptimisticLockException) {
                return stale().toResponse();
            }
            if (cause instanceof SQLException sql) {
                if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return Problem.of(GeneralProblem.CONFLICT, "Somebody else has just stored the same.", null, null)
                            .toResponse();
                }
                if (UNSTORABLE_CHARACTER.equals(sql.getSQLState())) {
                    return Problem.of(
                                    GeneralProblem.VALIDATION_FAILED,
                                    "A text holds the character NUL, which cannot be stored.",
                                    null,
                                    null)
                            .toResponse();
                }
            }
        }
        LOG.error("A request failed", failure);
        return Problem.of(GeneralProblem.INTERNAL_ERROR, null, null, null).toResponse();
    }

    /** JAX-RS answers 404 when any parameter cannot be converted; in an address that is right, in a query it misleads. */
    private static boolean isTheAddressFine(UriInfo uri) {
        return !uri.getQueryParameters().isEmpty()
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(ProblemMappers::isUuid);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem unreadableQuery(UriInfo uri, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        String field = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(message::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("query");
        return Problem.of(
                GeneralProblem.VALIDATION_FAILED,
                field + " has a value of the wrong kind",
                List.of(new Problem.FieldError(field, "has a value of the wrong kind")),
                null);
    }

    private static Problem stale() {
        return Problem.of(GeneralProblem.STALE_VERSION, "Read it again and repeat your change.", null, null);
    }

    private static Problem malformed(JacksonException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return Problem.of(GeneralProblem.MALFORMED_REQUEST, "The body is not valid JSON" + at(failure), null, null);
        }
        String field = fieldOf(mapping);
        String reason = switch (mapping) {
            case UnrecognizedPropertyException unknown -> "is not a known field";
            case InvalidFormatException wrong -> "must be " + expected(wrong.getTargetType());
            case MismatchedInputException wrong -> "must be " + expected(wrong.getTargetType());
            default -> isOutOfRange(mapping) ? "must be " + expected(long.class) : "cannot be read";
        };
        return Problem.of(
                GeneralProblem.VALIDATION_FAILED,
                field + " " + reason,
                List.of(new Problem.FieldError(field, reason)),
                null);
    }

    private static boolean isOutOfRange(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException) {
                return true;
            }
        }
        return String.valueOf(failure.getMessage()).contains("out of range");
    }

    private static String at(JacksonException failure) {
        return failure.getLocation() == null
                ? "."
                : ": line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ".";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number in range";
            case "boolean", "Boolean" -> "true or false";
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date such as 2026-11-23";
            case "LocalDateTime" -> "a local date and time such as 2026-11-23T18:00";
            case "Instant" -> "an instant such as 2026-11-23T12:00:00Z";
            case "String" -> "a text";
            case "List", "Set", "ArrayList" -> "a list";
            default -> type.isRecord() ? "an object" : "of another type";
        };
    }

    private static String fieldOf(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String fieldOf(ConstraintViolation<?> violation) {
        // The path starts with the method and its parameter, which say nothing to the caller, unless the parameter
        // itself is what is wrong.
        StringBuilder path = new StringBuilder();
        String parameter = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
                continue;
            }
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }
}
