package org.ninetyten.leadrouting.protection;

/** What happens to a protection and is worth telling others. */
public sealed interface ProtectionEvent {

    /** The protection as it is afterwards. */
    Protection protection();

    record Granted(Protection protection) implements ProtectionEvent {}

    record Extended(Protection protection) implements ProtectionEvent {}

    record Ended(Protection protection) implements ProtectionEvent {}
}
