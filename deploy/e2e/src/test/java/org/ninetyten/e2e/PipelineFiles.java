package org.ninetyten.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A made-up sales pipeline in the three files that a replay reads, dirt included. The same seed makes the same files. */
final class PipelineFiles {

    private static final List<String> COUNTRIES = List.of("United States", "Germany", "Kenya", "Philipines", "Brazil");

    private PipelineFiles() {}

    /** What a replay must find. */
    record Expected(int rows, int won, long wonMinor, int lost) {}

    static Expected write(Path folder, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("products.csv"),
                "product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,4821\nMG Special,MG,55\n");
        StringBuilder accounts =
                new StringBuilder("account,sector,year_established,revenue,employees,office_location,subsidiary_of\n");
        for (int account = 0; account < 12; account++) {
            accounts.append("Account ").append(account).append(",technolgy,1996,1100.04,2822,");
            accounts.append(COUNTRIES.get(account % COUNTRIES.size())).append(",\n");
        }
        Files.writeString(folder.resolve("accounts.csv"), accounts);

        StringBuilder pipeline = new StringBuilder(
                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");
        int won = 0;
        int lost = 0;
        long wonMinor = 0;
        for (int row = 0; row < rows; row++) {
            LocalDate engaged = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(200));
            LocalDate closed = engaged.plusDays(1 + random.nextInt(100));
            String account = "Account " + random.nextInt(12);
            String product = random.nextBoolean() ? "GTXPro" : "MG Special";
            String id = String.format("T%07d", row);
            switch (random.nextInt(8)) {
                case 0 -> pipeline.append(line(id, product, "", "Prospecting", "", "", ""));
                case 1 -> pipeline.append(line(id, product, account, "Engaging", engaged.toString(), "", ""));
                case 2, 3 -> {
                    lost++;
                    pipeline.append(line(id, product, account, "Lost", engaged.toString(), closed.toString(), "0"));
                }
                default -> {
                    int value = 30 + random.nextInt(5_000);
                    won++;
                    wonMinor += value * 100L;
                    pipeline.append(line(
                            id,
                            product,
                            account,
                            "Won",
                            engaged.toString(),
                            closed.toString(),
                            Integer.toString(value)));
                }
            }
        }
        Files.writeString(folder.resolve("sales_pipeline.csv"), pipeline);
        return new Expected(rows, won, wonMinor, lost);
    }

    private static String line(
            String id, String product, String account, String stage, String engaged, String closed, String value) {
        return String.join(",", id, "Agent One", product, account, stage, engaged, closed, value) + "\n";
    }
}
