package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.identity.IdentityKey;

/** Senders whose leads are spam whatever they write. */
@ApplicationScoped
class BlockedSenders {

    private final Database database;

    BlockedSenders(Database database) {
        this.database = database;
    }

    void add(IdentityKey key, UUID leadId, Mover by, Instant now) {
        database.update("""
                insert into blocked_sender (key, kind, blocked_at, blocked_by, why, lead_id) values (?, ?, ?, ?, ?, ?)
                on conflict (key) do nothing""", key.digest(), key.kind(), now, by.who(), by.why() == null ? "" : by.why(), leadId);
    }

    void remove(IdentityKey key) {
        database.update("delete from blocked_sender where key = ?", key.digest());
    }
}
