package org.ninetyten.leadrouting.intake;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadSource;

/** Tells spam from leads. */
public final class SpamRules {

    /** A scheme, or www, or a domain of the kinds that spam links to; "St. John" and "A.B.C. Trade" are names. */
    private static final Pattern LINK = Pattern.compile(
            "(?i)https?:|://|\\bwww\\.|\\b[a-z0-9-]+\\.(com|net|org|info|biz|ru|cn|xyz|top|site|online|shop|click|link|io)\\b");

    private SpamRules() {}

    /**
     * What the rules look at.
     *
     * @param trap what came in the field that people do not see
     * @param mailDomain the registered domain of the mail address
     * @param blocked whether the desk has blocked the sender
     * @param recentOfDomain how many leads of the last hour came from the same company domain
     * @param recentOfPhone how many came with the same phone number
     */
    public record Signs(
            LeadSource source,
            @Nullable String trap,
            @Nullable String contactName,
            @Nullable String mailDomain,
            boolean blocked,
            int recentOfDomain,
            int recentOfPhone) {}

    /** The rule by which it is spam, or nothing for a lead. */
    public static Optional<SpamRule> verdict(Signs signs, LeadPolicy policy) {
        if (!policy.checkedForSpam().contains(signs.source())) {
            return Optional.empty();
        }
        if (signs.trap() != null && !signs.trap().isBlank()) {
            return Optional.of(SpamRule.TRAP_FILLED);
        }
        if (signs.blocked()) {
            return Optional.of(SpamRule.BLOCKED_SENDER);
        }
        if (signs.contactName() != null && LINK.matcher(signs.contactName()).find()) {
            return Optional.of(SpamRule.LINK_IN_NAME);
        }
        if (isIn(policy.disposableDomains(), signs.mailDomain())) {
            return Optional.of(SpamRule.DISPOSABLE_MAIL);
        }
        if (signs.recentOfDomain() >= policy.leadsPerHourDomain()) {
            return Optional.of(SpamRule.TOO_MANY_FROM_DOMAIN);
        }
        return signs.recentOfPhone() >= policy.leadsPerHourPhone()
                ? Optional.of(SpamRule.TOO_MANY_FROM_PHONE)
                : Optional.empty();
    }

    private static boolean isIn(Set<String> domains, @Nullable String domain) {
        return domain != null && domains.contains(domain);
    }
}
