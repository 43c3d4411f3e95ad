package org.ninetyten.events.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What this service needs to know of a partner. */
@Entity
@Immutable
@Table(name = "host_partner")
public class HostPartner {

    private static final String ACTIVE = "ACTIVE";

    @Id
    @Column(name = "partner_id")
    private UUID partnerId;

    private long version;

    @Column(name = "legal_name")
    private String legalName;

    private String status;

    private String tier;

    @SuppressWarnings("NullAway.Init")
    protected HostPartner() {}

    public UUID partnerId() {
        return partnerId;
    }

    public long version() {
        return version;
    }

    public String legalName() {
        return legalName;
    }

    public String status() {
        return status;
    }

    public String tier() {
        return tier;
    }

    boolean isActive() {
        return ACTIVE.equals(status);
    }
}
