package org.ninetyten.leadrouting.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.leadrouting.identity.KeyKind;

class VerdictTest {

    private static final UUID PARTNER = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID CUSTOMER = new UUID(2, 1);
    private static final Set<KeyKind> COMPANY = EnumSet.of(KeyKind.TAX_ID);

    @Test
    void aCustomerThatNobodyHasIsGranted() {
        assertInstanceOf(Verdict.Granted.class, verdict(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "PROTECTION, PROTECTED_FOR_ANOTHER",
        "PARTNER_OF_RECORD, ANOTHER_PARTNER_OF_RECORD",
        "OPEN_DEAL, DEAL_OPEN_AT_ANOTHER",
        "OPEN_LEAD, LEAD_OPEN_AT_ANOTHER"
    })
    void whatAnotherPartnerHasIsAClearNo(ClaimKind kind, RefusalReason reason) {
        assertEquals(new Verdict.Refused(reason, claim(kind, OTHER)), verdict(List.of(claim(kind, OTHER)), List.of()));
    }

    @Test
    void aRegisteredDealWithoutProtectionKeepsNobodyElseAwayButItsOwnPartner() {
        assertInstanceOf(Verdict.Granted.class, verdict(List.of(claim(ClaimKind.UNPROTECTED_DEAL, OTHER)), List.of()));
        assertEquals(
                new Verdict.Refused(RefusalReason.YOURS_ALREADY, null),
                verdict(List.of(claim(ClaimKind.UNPROTECTED_DEAL, PARTNER)), List.of()));
    }

    @Test
    void aVendorsLeadIsNotMadeOnesOwnByRegisteringIt() {
        assertEquals(
                new Verdict.Refused(RefusalReason.YOURS_ALREADY, null),
                verdict(List.of(claim(ClaimKind.OPEN_LEAD, PARTNER)), List.of()));
        assertEquals(
                new Verdict.Refused(RefusalReason.YOURS_ALREADY, null),
                verdict(
                        List.of(claim(ClaimKind.PARTNER_OF_RECORD, PARTNER), claim(ClaimKind.OPEN_LEAD, PARTNER)),
                        List.of()));
    }

    @Test
    void thePartnerOfRecordMayProtectItsCustomer() {
        assertInstanceOf(
                Verdict.Granted.class, verdict(List.of(claim(ClaimKind.PARTNER_OF_RECORD, PARTNER)), List.of()));
    }

    @Test
    void twoClaimsNeedAPersonButALiveProtectionDoesNot() {
        Claim own = claim(ClaimKind.PARTNER_OF_RECORD, PARTNER);
        assertEquals(
                new Verdict.Unclear(ConflictCause.BOTH_HAVE_CLAIMS, claim(ClaimKind.OPEN_LEAD, OTHER)),
                verdict(List.of(own, claim(ClaimKind.OPEN_LEAD, OTHER)), List.of()));
        assertEquals(
                new Verdict.Refused(RefusalReason.PROTECTED_FOR_ANOTHER, claim(ClaimKind.PROTECTION, OTHER)),
                verdict(List.of(own, claim(ClaimKind.PROTECTION, OTHER)), List.of()));
    }

    @Test
    void aSimilarCompanyOfAnotherPartnerNeedsAPersonAndOnesOwnDoesNot() {
        assertEquals(
                new Verdict.Unclear(ConflictCause.SIMILAR_COMPANY, claim(ClaimKind.PARTNER_OF_RECORD, OTHER)),
                verdict(List.of(), List.of(claim(ClaimKind.PARTNER_OF_RECORD, OTHER))));
        assertInstanceOf(
                Verdict.Granted.class, verdict(List.of(), List.of(claim(ClaimKind.PARTNER_OF_RECORD, PARTNER))));
    }

    @Test
    void whoMayNotSellThereOrNamesNoCompanyIsRefusedFirst() {
        assertEquals(
                new Verdict.Refused(RefusalReason.PARTNER_NOT_ACTIVE, null),
                Verdict.of(new Verdict.Facts(PARTNER, false, false, Set.of(), true, List.of(), List.of())));
        assertEquals(
                new Verdict.Refused(RefusalReason.NO_RIGHT_TO_SELL, null),
                Verdict.of(new Verdict.Facts(PARTNER, true, false, Set.of(), true, List.of(), List.of())));
        assertEquals(
                new Verdict.Refused(RefusalReason.FREE_MAIL_ONLY, null),
                Verdict.of(
                        new Verdict.Facts(PARTNER, true, true, EnumSet.of(KeyKind.EMAIL), true, List.of(), List.of())));
        assertEquals(
                new Verdict.Refused(RefusalReason.NOT_IDENTIFIABLE, null),
                Verdict.of(new Verdict.Facts(
                        PARTNER, true, true, EnumSet.of(KeyKind.PHONE), false, List.of(), List.of())));
    }

    @Property
    void nothingThatAnotherPartnerHasIsGivenAwayByARule(@ForAll("claims") List<Claim> claims) {
        boolean another = claims.stream()
                .anyMatch(claim -> !claim.partnerId().equals(PARTNER) && claim.kind() != ClaimKind.UNPROTECTED_DEAL);
        boolean granted = verdict(claims, List.of()) instanceof Verdict.Granted;

        assertEquals(false, granted && another);
    }

    @Property
    void theOrderOfTheClaimsDoesNotMatter(@ForAll("claims") List<Claim> claims, @ForAll long seed) {
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                verdict(claims, List.of()).getClass(),
                verdict(shuffled, List.of()).getClass());
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<UUID> partners = Arbitraries.of(PARTNER, OTHER, new UUID(1, 3));
        return Combinators.combine(Arbitraries.of(ClaimKind.class), partners)
                .as(VerdictTest::claim)
                .list()
                .ofMaxSize(6);
    }

    private static Claim claim(ClaimKind kind, UUID partner) {
        return new Claim(kind, partner, CUSTOMER);
    }

    private static Verdict verdict(List<Claim> claims, List<Claim> similar) {
        return Verdict.of(new Verdict.Facts(PARTNER, true, true, COMPANY, false, claims, similar));
    }
}
