package org.ninetyten.billing.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;

/**
 * Whether a plan can split every line that there may be, in exactly one way. Pure; what it finds names the field and says
 * what is missing.
 */
public final class PlanCheck {

    /** What stands for all regions that no rule asks for, and for a partner whose region is not known. */
    private static final String ANY_OTHER_REGION = "any other region";

    private PlanCheck() {}

    /** Something wrong, and where. */
    public record Finding(String field, String reason) {}

    /** The limits of bands as a writer gave them, before there is a rule. */
    public static List<Finding> bands(String field, List<Band> bands) {
        List<Finding> findings = new ArrayList<>();
        if (bands.isEmpty()) {
            findings.add(new Finding(field, "has no band"));
            return findings;
        }
        if (bands.getFirst().fromMinor() != 0) {
            findings.add(new Finding(
                    field + "[0].fromMinor",
                    "leaves amounts from 0 to " + bands.getFirst().fromMinor() + " without a share"));
        }
        for (int i = 1; i < bands.size(); i++) {
            Long end = bands.get(i - 1).toMinor();
            long start = bands.get(i).fromMinor();
            String at = field + "[" + i + "].fromMinor";
            if (end == null) {
                findings.add(
                        new Finding(field + "[" + (i - 1) + "].toMinor", "is missing: only the last band has no end"));
            } else if (start > end) {
                findings.add(new Finding(at, "leaves amounts from " + end + " to " + start + " without a share"));
            } else if (start < end) {
                findings.add(new Finding(at, "gives amounts from " + start + " to " + end + " two shares"));
            }
        }
        Long end = bands.getLast().toMinor();
        if (end != null) {
            findings.add(new Finding(
                    field + "[" + (bands.size() - 1) + "].toMinor",
                    "leaves amounts from " + end + " upwards without a share"));
        }
        return findings;
    }

    /** What is wrong with a plan's rules and suggestions as a whole. */
    public static List<Finding> rules(List<SplitRule> rules, List<IncomePoint> suggestions) {
        List<Finding> findings = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            SplitRule rule = rules.get(i);
            String field = "rules[" + i + "]";
            if (!codes.add(rule.code())) {
                findings.add(new Finding(field + ".code", "is there twice"));
            }
            RuleCriteria asked = rule.criteria();
            if (asked.kind() != null
                    && asked.incomePoint() != null
                    && asked.kind() != asked.incomePoint().kind()) {
                findings.add(new Finding(field + ".incomePoint", "is no " + asked.kind()));
            }
            findings.addAll(bands(field + ".bands", rule.bands()));
            Set<String> caps = new HashSet<>();
            for (Cap cap : rule.caps()) {
                if (!caps.add(cap.scope() + " " + cap.period())) {
                    findings.add(
                            new Finding(field + ".caps", "has two limits per " + cap.scope() + " and " + cap.period()));
                }
            }
        }
        findings.addAll(coverage(rules));
        Set<IncomePoint> seen = new HashSet<>();
        for (int i = 0; i < suggestions.size(); i++) {
            IncomePoint suggestion = suggestions.get(i);
            if (suggestion.kind() != IncomePoint.Kind.SERVICE || !seen.add(suggestion)) {
                findings.add(new Finding(
                        "suggestions[" + i + "]",
                        suggestion.kind() == IncomePoint.Kind.SERVICE ? "is there twice" : "is no service"));
            }
        }
        return findings;
    }

    /** Every line has a rule, and every rule has lines. */
    private static List<Finding> coverage(List<SplitRule> rules) {
        Set<String> regions = rules.stream()
                .map(rule -> rule.criteria().region())
                .filter(region -> region != null)
                .collect(Collectors.toCollection(TreeSet::new));
        List<@Nullable String> asked = new ArrayList<>(regions);
        asked.add(null);
        boolean[] used = new boolean[rules.size()];
        SaleLine firstWithout = null;
        int without = 0;
        for (IncomePoint point : IncomePoint.values()) {
            for (Tier tier : Tier.values()) {
                for (String region : asked) {
                    for (Sale sale : Sale.values()) {
                        for (Party performer : Party.values()) {
                            for (Party billedBy : Party.values()) {
                                SaleLine line = new SaleLine(point, tier, region, sale, performer, billedBy);
                                int rule = first(rules, line);
                                if (rule >= 0) {
                                    used[rule] = true;
                                } else {
                                    firstWithout = firstWithout == null ? line : firstWithout;
                                    without++;
                                }
                            }
                        }
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (firstWithout != null) {
            findings.add(new Finding(
                    "rules", "leave " + without + " kinds of line without a rule, such as " + described(firstWithout)));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!used[i]) {
                findings.add(new Finding("rules[" + i + "]", "is never reached: rules before it take all its lines"));
            }
        }
        return findings;
    }

    private static int first(List<SplitRule> rules, SaleLine line) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).criteria().fit(line)) {
                return i;
            }
        }
        return -1;
    }

    private static String described(SaleLine line) {
        return "%s of a %s partner in %s, %s sale, performed by the %s, billed by the %s"
                .formatted(
                        line.incomePoint(),
                        line.tier(),
                        line.region() == null ? ANY_OTHER_REGION : line.region(),
                        line.sale(),
                        line.performer(),
                        line.billedBy());
    }
}
