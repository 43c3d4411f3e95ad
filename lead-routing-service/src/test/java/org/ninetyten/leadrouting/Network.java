package org.ninetyten.leadrouting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.City;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerState;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

/**
 * Partners for tests. Each test works in a country of its own, so that no test routes to another's partners; a country
 * that two tests want is refused at once, since whether they meet depends on their order.
 */
@ApplicationScoped
public class Network {

    @Inject
    Partners partners;

    @Inject
    Database database;

    private static final Map<String, String> TEST_OF_COUNTRY = new ConcurrentHashMap<>();

    public UUID partnerIn(String country) {
        return partnerIn(country, Tier.BUSINESS, 1_000);
    }

    public UUID partnerIn(String country, Tier tier, int cap) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        keep(id, country, PartnerStatus.ACTIVE, tier, cap);
        partners.grant(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                new Credential(IncomePoint.IMPLEMENTATION, LocalDate.parse("2020-01-01"), null));
        return id;
    }

    /** A partner that may be offered so many leads in thirty days. */
    public UUID partnerWithQuota(String country, int quota) {
        UUID id = partnerIn(country);
        keep(id, country, PartnerStatus.ACTIVE, Tier.BUSINESS, 1_000, quota);
        return id;
    }

    public void keep(UUID id, String country, PartnerStatus status, Tier tier, int cap) {
        keep(id, country, status, tier, cap, 100);
    }

    public void keep(UUID id, String country, PartnerStatus status, Tier tier, int cap, int quota) {
        claim(country);
        partners.keep(new PartnerState(
                id,
                1,
                "Partner " + id,
                country,
                status,
                tier,
                List.of("en"),
                Arrays.asList(IncomePoint.values()),
                "UTC",
                List.of(new City("Somewhere", country, 10, 10)),
                new Territory(Set.of(country), Set.of(), null),
                cap,
                quota,
                false));
    }

    private static void claim(String country) {
        // The outermost call from a test class is the test itself, whatever it calls on the way.
        String test = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().endsWith("Test"))
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .reduce((inner, outer) -> outer)
                        .orElseThrow());
        String owner = TEST_OF_COUNTRY.computeIfAbsent(country, any -> test);
        if (!owner.equals(test)) {
            throw new IllegalStateException(country + " is the country of " + owner + ", not of " + test + ".");
        }
    }

    /** A partner that had its first leads before: those are guaranteed, and no matter of turns. */
    public UUID establishedIn(String country, Tier tier) {
        UUID id = partnerIn(country, tier, 1_000);
        database.update("update partner_turn set offers = 100 where partner_id = ?", id);
        return id;
    }

    public int openLeads(UUID partner) {
        return database.first("select open_leads from partner_turn where partner_id = ?", row -> row.getInt(1), partner)
                .orElseThrow();
    }

    /** What the counter should say, counted anew. */
    public int openLeadsCounted(UUID partner) {
        return database.first(
                        "select count(*) from lead where partner_id = ?"
                                + " and status in ('OFFERED', 'ACCEPTED', 'CONTACTED', 'WORKING')",
                        row -> row.getInt(1),
                        partner)
                .orElseThrow();
    }

    /** A conflict that was to be decided by now. */
    public void makeLate(UUID caseId) {
        database.update("update registration_case set due_at = ? where id = ?", MutableClock.now(), caseId);
    }

    public long count(String sql, Object... parameters) {
        return database.first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }
}
