package org.ninetyten.leadrouting.routing;

/** Who is next among the candidates that scored well enough. */
public enum TurnRule {
    /** By credit: over time every candidate gets its weight's share of the leads that it was a candidate for. */
    SHARE,
    /** The one with the fewest leads of the load window by weight. */
    LEAST_LOADED
}
