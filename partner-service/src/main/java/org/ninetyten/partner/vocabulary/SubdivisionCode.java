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

/** An ISO 3166-2 subdivision; null passes. */
@Constraint(validatedBy = SubdivisionCode.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface SubdivisionCode {

    /** What the caller reads. */
    String message() default "must be an ISO 3166-2 subdivision such as KZ-75";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Further data for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Looks the code up. */
    class Check implements ConstraintValidator<SubdivisionCode, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Codes.isSubdivision(value);
        }
    }
}
