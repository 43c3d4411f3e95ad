package org.ninetyten.messaging.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a request. Thrown anywhere, rolls the transaction back and becomes an RFC 9457 problem. */
public class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final List<Problem.FieldError> errors = new ArrayList<>();
    private @Nullable List<String> allowed;

    /**
     * Refuses with one sentence about this occurrence.
     *
     * @param type what kind of refusal it is
     * @param detail what is wrong here and what would help; no personal data
     */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** 404 for an object that does not exist or belongs to another partner; the two look the same. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(GeneralProblem.NOT_FOUND, "There is no " + what + " " + id + ".");
    }

    /** 409 for a move that the present state does not allow, with the moves that it does. */
    public static ProblemException illegalState(String detail, Collection<?> allowed) {
        ProblemException problem = new ProblemException(GeneralProblem.ILLEGAL_STATE, detail);
        problem.allowed = allowed.stream().map(Object::toString).toList();
        return problem;
    }

    /** 400 for one field. */
    public static ProblemException invalid(String field, String reason) {
        return new ProblemException(GeneralProblem.VALIDATION_FAILED, field + " " + reason).field(field, reason);
    }

    /** Adds a field and what is wrong with it. */
    public ProblemException field(String field, String reason) {
        errors.add(new Problem.FieldError(field, reason));
        return this;
    }

    /** What kind of refusal it is. */
    public ProblemType type() {
        return type;
    }

    Problem toProblem() {
        return Problem.of(type, getMessage(), errors.isEmpty() ? null : List.copyOf(errors), allowed);
    }
}
