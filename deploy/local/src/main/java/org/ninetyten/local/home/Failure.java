package org.ninetyten.local.home;

/** A failure that the person at the keyboard can act on: one sentence that says what is wrong and what to do. */
public class Failure extends RuntimeException {

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
