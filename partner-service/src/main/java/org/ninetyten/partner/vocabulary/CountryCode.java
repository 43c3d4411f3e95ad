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

/** An ISO 3166-1 alpha-2 country code; null passes. */
@Constraint(validatedBy = CountryCode.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface CountryCode {

    /** What the caller reads. */
    String message() default "must be an ISO 3166-1 country code such as KZ";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Further data for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Looks the code up. */
    class Check implements ConstraintValidator<CountryCode, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Codes.isCountry(value);
        }
    }
}
