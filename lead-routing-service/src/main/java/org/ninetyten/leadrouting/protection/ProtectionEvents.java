package org.ninetyten.leadrouting.protection;

import java.util.List;

/** Tells others what happened to protections, if and only if the transaction commits. */
public interface ProtectionEvents {

    void publish(List<ProtectionEvent> events);
}
