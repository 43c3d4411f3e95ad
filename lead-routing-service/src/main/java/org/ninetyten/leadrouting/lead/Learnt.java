package org.ninetyten.leadrouting.lead;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;

/**
 * What a lead took over from a duplicate; enough to take it back.
 *
 * @param facts what was missing before, by the name of its column
 * @param needs those that only the duplicate named
 * @param message what was appended
 * @param consent whether the duplicate brought the agreement to be contacted
 */
public record Learnt(
        Map<String, String> facts,
        Set<IncomePoint> needs,
        @Nullable String message,
        boolean consent) {

    private static final String BETWEEN_MESSAGES = "\n\n";

    /** A person's name, address and number belong together: those of two people make a third who does not exist. */
    private static final List<String> PERSON = List.of("contact_name", "contact_email", "contact_phone");

    /** Messages of duplicates are kept with the duplicate; the lead quotes them up to this length. */
    private static final int LONGEST_MESSAGE = 20_000;

    public Learnt {
        facts = Map.copyOf(facts);
        needs = Set.copyOf(needs);
    }

    /** Lets the survivor learn. */
    static Learnt between(Lead survivor, Lead duplicate) {
        Map<String, @Nullable String> known = survivor.facts();
        Map<String, String> facts = new LinkedHashMap<>();
        boolean samePerson = known.get("contact_name") == null
                || (known.get("contact_email") != null
                        && known.get("contact_email")
                                .equalsIgnoreCase(duplicate.facts().get("contact_email")));
        duplicate.facts().forEach((fact, value) -> {
            if (value != null && known.get(fact) == null && (samePerson || !PERSON.contains(fact))) {
                facts.put(fact, value);
            }
        });
        // A city means nothing without its country.
        if (known.get("country") != null && !known.get("country").equals(duplicate.country())) {
            facts.remove("city");
            facts.remove("subdivision");
        }
        Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
        needs.addAll(duplicate.needs());
        needs.removeAll(survivor.needs());
        String message = duplicate.message();
        String before = survivor.message();
        if (message != null
                && before != null
                && (before.contains(message)
                        || before.length() + BETWEEN_MESSAGES.length() + message.length() > LONGEST_MESSAGE)) {
            message = null;
        }
        boolean consent = duplicate.consent() && !survivor.consent() && facts.containsKey("contact_name");
        Learnt learnt = new Learnt(facts, needs, message, consent);
        learnt.tell(survivor, duplicate);
        return learnt;
    }

    private void tell(Lead survivor, Lead duplicate) {
        facts.forEach(survivor::tell);
        if (!needs.isEmpty()) {
            Set<IncomePoint> all = survivor.needs();
            all.addAll(needs);
            survivor.tellNeeds(all);
        }
        if (message != null) {
            String before = survivor.message();
            survivor.tellMessage(before == null ? message : before + BETWEEN_MESSAGES + message);
        }
        if (consent) {
            survivor.tellConsent(duplicate);
        }
    }

    /**
     * Takes it back, as far as nobody has changed it since.
     *
     * @param stillTold needs that other duplicates have named as well
     */
    void takeBackFrom(Lead survivor, Set<IncomePoint> stillTold) {
        Map<String, @Nullable String> now = survivor.facts();
        facts.forEach((fact, value) -> {
            if (value.equals(now.get(fact))) {
                survivor.tell(fact, null);
            }
        });
        Set<IncomePoint> left = survivor.needs();
        needs.stream().filter(need -> !stillTold.contains(need)).forEach(left::remove);
        survivor.tellNeeds(left);
        String all = survivor.message();
        if (message != null && all != null) {
            String rest = all.equals(message)
                    ? ""
                    : all.replace(BETWEEN_MESSAGES + message, "").replace(message + BETWEEN_MESSAGES, "");
            survivor.tellMessage(rest.isEmpty() ? null : rest);
        }
        if (consent) {
            survivor.forgetConsent();
        }
    }
}
