package org.ninetyten.academy.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Seeds that nobody can guess, so that nobody can foretell a draw. */
@ApplicationScoped
class Seeds {

    private final SecureRandom random = new SecureRandom();

    long next() {
        return random.nextLong();
    }
}
