package org.ninetyten.partner.vocabulary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a constant of the enum; null passes.
 *
 * <p>For query parameters: one that is declared as the enum itself answers 404 to an unknown name, as if the list did
 * not exist.
 */
@Constraint(validatedBy = OneOf.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface OneOf {

    /** The enum. */
    Class<? extends Enum<?>> value();

    /** What the caller reads. */
    String message() default "must be one of the known names";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Further data for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Looks the name up. */
    class Check implements ConstraintValidator<OneOf, String> {

        private Set<String> names = Set.of();

        @Override
        public void initialize(OneOf constraint) {
            names = Arrays.stream(constraint.value().getEnumConstants())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || names.contains(value);
        }
    }
}
