package org.ninetyten.leadrouting.rating;

import java.util.UUID;

/** Tells others of ratings, if and only if the transaction commits. */
public interface RatingEvents {

    /** A side has rated; the customer's id is a pseudonymous one. */
    void rated(Rating rating, UUID customerId);
}
