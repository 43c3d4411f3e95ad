package org.ninetyten.leadrouting.deal;

/** What happens to a deal and is worth telling others. */
public sealed interface DealEvent {

    record Opened(Deal deal) implements DealEvent {}

    record Closed(Deal deal) implements DealEvent {}

    record Refunded(Deal deal, Refund refund) implements DealEvent {}
}
