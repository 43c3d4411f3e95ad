package org.ninetyten.partner.vocabulary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text that people can read and the database can store: not blank, no control characters; null passes. */
@Constraint(validatedBy = PlainText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface PlainText {

    /** Whether line breaks and tabs are fine. */
    boolean lines() default false;

    /** What the caller reads. */
    String message() default "must be a readable text";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Further data for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at every character. */
    class Check implements ConstraintValidator<PlainText, String> {

        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || (!value.isBlank() && value.codePoints().allMatch(this::isReadable));
        }

        private boolean isReadable(int character) {
            if (lines && (character == '\n' || character == '\r' || character == '\t')) {
                return true;
            }
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
                default -> true;
            };
        }
    }
}
