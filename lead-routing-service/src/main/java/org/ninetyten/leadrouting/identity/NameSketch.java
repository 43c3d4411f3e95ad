package org.ninetyten.leadrouting.identity;

/**
 * So much of a name that most names unlike it are known by this alone: every letter triple that only one of two names has
 * can make their bits differ in one place, so names whose bits differ in more places are less alike than that.
 *
 * @param triples how many different letter triples the name has
 * @param bits one of 64 for each triple; several may share one
 */
public record NameSketch(int triples, long bits) {

    /** Whether the names may be so alike; never no for names that are. */
    boolean mayBeAlike(NameSketch other, int permil) {
        return 1000 * Long.bitCount(bits ^ other.bits) <= (1000 - permil) * (triples + other.triples);
    }
}
