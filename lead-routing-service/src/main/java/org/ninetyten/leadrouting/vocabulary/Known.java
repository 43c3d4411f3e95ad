package org.ninetyten.leadrouting.vocabulary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is one that the vocabulary knows; null passes. */
@Constraint(validatedBy = Known.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface Known {

    /** What the text must be. */
    Code value();

    /** Replaced by the code's own sentence. */
    String message() default "is not known";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Further data for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the vocabulary. */
    class Check implements ConstraintValidator<Known, String> {

        private Code code = Code.TEXT;

        @Override
        public void initialize(Known constraint) {
            code = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || code.accepts(value)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(code.message()).addConstraintViolation();
            return false;
        }
    }
}
