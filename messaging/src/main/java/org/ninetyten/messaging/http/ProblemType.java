package org.ninetyten.messaging.http;

/** A kind of refusal that clients can rely on. Services list theirs in an enum. */
public interface ProblemType {

    /** The stable name, kebab-case, such as {@code offer-already-answered}. */
    String code();

    /** The HTTP status that goes with it. */
    int status();

    /** One short sentence that is the same at every occurrence. */
    String title();
}
