package org.ninetyten.local.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninetyten.local.home.Failure;

/** The three files of a CRM export, read as they are; each rule for dirt counts how often it was needed. */
record CrmExport(Map<String, Account> accounts, List<Opportunity> opportunities, Map<Rule, Integer> dirt) {

    /** What is done about dirt. */
    enum Rule {
        PRODUCT_SPELLING("a product that is spelled without its blank (GTXPro) is the one of products.csv (GTX Pro)"),
        SECTOR_SPELLING("the sector technolgy is technology"),
        COUNTRY_SPELLING("the country Philipines is the Philippines"),
        NO_ACCOUNT("a row without an account is an anonymous lead without a country: it stays at the desk"),
        SUBSIDIARY("a subsidiary is a customer of its own; its parent is noted and not merged"),
        NEVER_ENGAGED("a row without an engage date comes after all others");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    private static final Map<String, String> MISSPELLED_COUNTRIES = Map.of("Philipines", "Philippines");
    private static final Map<String, String> MISSPELLED_SECTORS = Map.of("technolgy", "technology");

    /** Names that the ISO list has in another form. */
    private static final Map<String, String> COUNTRY_NAMES = Map.of("Korea", "KR");

    static CrmExport read(Path folder) {
        Map<Rule, Integer> dirt = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            dirt.put(rule, 0);
        }
        Set<String> products = new HashSet<>();
        rows(folder, "products.csv", List.of("product"))
                .forEach(row -> products.add(row.getField("product").strip()));
        Map<String, Account> accounts = accounts(folder, dirt);
        List<Opportunity> opportunities = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (NamedCsvRecord row : rows(
                folder,
                "sales_pipeline.csv",
                List.of(
                        "opportunity_id",
                        "product",
                        "account",
                        "deal_stage",
                        "engage_date",
                        "close_date",
                        "close_value"))) {
            Opportunity opportunity = opportunity(row, products, accounts, dirt);
            if (!ids.add(opportunity.id())) {
                throw new Failure("sales_pipeline.csv has the opportunity " + opportunity.id() + " twice.");
            }
            opportunities.add(opportunity);
        }
        opportunities.sort(Opportunity.IN_TIME_ORDER);
        return new CrmExport(accounts, List.copyOf(opportunities), dirt);
    }

    private static Map<String, Account> accounts(Path folder, Map<Rule, Integer> dirt) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (NamedCsvRecord row :
                rows(folder, "accounts.csv", List.of("account", "sector", "office_location", "subsidiary_of"))) {
            String name = row.getField("account").strip();
            String sector = corrected(row.getField("sector").strip(), MISSPELLED_SECTORS, Rule.SECTOR_SPELLING, dirt);
            String country = corrected(
                    row.getField("office_location").strip(), MISSPELLED_COUNTRIES, Rule.COUNTRY_SPELLING, dirt);
            Optional<String> parent = text(row, "subsidiary_of");
            if (parent.isPresent()) {
                count(Rule.SUBSIDIARY, dirt);
            }
            accounts.put(name, new Account(name, sector, iso(country), parent));
        }
        return accounts;
    }

    private static Opportunity opportunity(
            NamedCsvRecord row, Set<String> products, Map<String, Account> accounts, Map<Rule, Integer> dirt) {
        String id = row.getField("opportunity_id").strip();
        Optional<String> account = text(row, "account");
        if (account.isEmpty()) {
            count(Rule.NO_ACCOUNT, dirt);
        } else if (!accounts.containsKey(account.get())) {
            throw new Failure(
                    "Opportunity " + id + " names the account " + account.get() + ", which accounts.csv doesn't have.");
        }
        Optional<LocalDate> engagedOn = date(row, "engage_date");
        if (engagedOn.isEmpty()) {
            count(Rule.NEVER_ENGAGED, dirt);
        }
        return new Opportunity(
                id,
                product(id, row.getField("product").strip(), products, dirt),
                account,
                stage(id, row.getField("deal_stage").strip()),
                engagedOn,
                date(row, "close_date"),
                text(row, "close_value").map(CrmExport::minor).orElse(0L));
    }

    private static String product(String id, String name, Set<String> products, Map<Rule, Integer> dirt) {
        if (products.contains(name)) {
            return name;
        }
        String meant = products.stream()
                .filter(product -> product.replace(" ", "").equals(name.replace(" ", "")))
                .findFirst()
                .orElseThrow(() ->
                        new Failure("Opportunity " + id + " is about " + name + ", which products.csv doesn't have."));
        count(Rule.PRODUCT_SPELLING, dirt);
        return meant;
    }

    private static Opportunity.Stage stage(String id, String name) {
        try {
            return Opportunity.Stage.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Failure("Opportunity " + id + " has the unknown stage '" + name + "'.", e);
        }
    }

    private static String corrected(String text, Map<String, String> misspelled, Rule rule, Map<Rule, Integer> dirt) {
        String meant = misspelled.get(text);
        if (meant == null) {
            return text;
        }
        count(rule, dirt);
        return meant;
    }

    private static String iso(String country) {
        Map<String, String> codes = new HashMap<>(COUNTRY_NAMES);
        for (String code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        String code = codes.get(country);
        if (code == null) {
            throw new Failure("accounts.csv names the country '" + country + "', which ISO 3166-1 doesn't know.");
        }
        return code;
    }

    private static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static Optional<LocalDate> date(NamedCsvRecord row, String field) {
        try {
            return text(row, field).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new Failure("Line " + row.getStartingLineNumber() + " has no date in " + field + ".", e);
        }
    }

    private static Optional<String> text(NamedCsvRecord row, String field) {
        return Optional.of(row.getField(field).strip()).filter(text -> !text.isEmpty());
    }

    private static void count(Rule rule, Map<Rule, Integer> dirt) {
        dirt.merge(rule, 1, Integer::sum);
    }

    private static List<NamedCsvRecord> rows(Path folder, String name, List<String> columns) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new Failure("There is no " + name + " in " + folder + ": give the folder of the CRM export.");
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            if (!rows.isEmpty() && !rows.getFirst().getHeader().containsAll(columns)) {
                throw new Failure(file + " needs the columns " + String.join(", ", columns) + ".");
            }
            return rows;
        } catch (IOException e) {
            throw new Failure(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
