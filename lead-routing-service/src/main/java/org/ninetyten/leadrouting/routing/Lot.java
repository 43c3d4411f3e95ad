package org.ninetyten.leadrouting.routing;

import java.util.UUID;

/** Draws lots without chance: the same ids give the same lot, and no id does better than another over many leads. */
final class Lot {

    private Lot() {}

    static long of(UUID id) {
        return mix(id.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ id.getLeastSignificantBits());
    }

    /** The lot of one id among others, or of one draw after another. */
    static long of(long lot, long other) {
        return mix(lot ^ other * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
