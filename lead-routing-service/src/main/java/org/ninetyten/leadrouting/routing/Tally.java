package org.ninetyten.leadrouting.routing;

/** What happened to a partner's offers and deals in some days. */
public record Tally(int offered, int accepted, int declined, int timedOut, int won, int lost) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                offered + other.offered,
                accepted + other.accepted,
                declined + other.declined,
                timedOut + other.timedOut,
                won + other.won,
                lost + other.lost);
    }

    /** Offers that were answered, or whose time ran out. */
    int answers() {
        return accepted + declined + timedOut;
    }

    int closed() {
        return won + lost;
    }

    /** Leads that were offered and have not come back. */
    int kept() {
        return Math.max(0, offered - declined - timedOut);
    }

    Tally withOneMoreOffered() {
        return new Tally(offered + 1, accepted, declined, timedOut, won, lost);
    }
}
