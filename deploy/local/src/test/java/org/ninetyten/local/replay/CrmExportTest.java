package org.ninetyten.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.local.home.Failure;

class CrmExportTest {

    private static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("products.csv"), "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n");
        Files.writeString(folder.resolve("accounts.csv"), """
                account,sector,year_established,revenue,employees,office_location,subsidiary_of
                Acme,technolgy,1996,1100.04,2822,United States,
                Bio,medical,2012,587.34,1356,Philipines,
                Hot,technolgy,1997,8170.38,16499,Korea,Acme
                """);
        pipeline("""
                D,Agent,MG Special,Bio,Prospecting,,,
                C,Agent,GTXPro,Acme,Won,2016-10-25,2017-03-11,4514
                B,Agent,MG Special,,Engaging,2016-10-25,,
                A,Agent,GTX Pro,Hot,Lost,2016-10-20,2017-03-01,0
                """);
    }

    @Test
    void rowsComeInTimeOrderAndTheNeverEngagedLast() {
        assertEquals(
                List.of("A", "C", "B", "D"),
                CrmExport.read(folder).opportunities().stream()
                        .map(Opportunity::id)
                        .toList());
    }

    @Test
    void opportunitiesBecomeLeadsToSimulateWith() {
        assertEquals("""
                createdAt,source,country,needs
                2016-10-20T00:00:00Z,IMPORT,KR,LICENCE
                2016-10-25T00:00:00Z,IMPORT,US,LICENCE
                2016-10-25T00:00:00Z,IMPORT,,LICENCE
                2016-10-26T00:00:00Z,IMPORT,PH,LICENCE
                """, SimulationFile.of(CrmExport.read(folder)));
    }

    @Test
    void dirtIsCorrectedByRulesAndCounted() {
        CrmExport export = CrmExport.read(folder);
        assertEquals("GTX Pro", export.opportunities().get(1).product());
        assertEquals(1, export.dirt().get(CrmExport.Rule.PRODUCT_SPELLING));
        assertEquals(2, export.dirt().get(CrmExport.Rule.SECTOR_SPELLING));
        assertEquals(1, export.dirt().get(CrmExport.Rule.COUNTRY_SPELLING));
        assertEquals(1, export.dirt().get(CrmExport.Rule.NO_ACCOUNT));
        assertEquals(1, export.dirt().get(CrmExport.Rule.SUBSIDIARY));
        assertEquals(1, export.dirt().get(CrmExport.Rule.NEVER_ENGAGED));
    }

    @Test
    void countriesBecomeIsoCodes() {
        assertEquals(
                List.of("US", "PH", "KR"),
                CrmExport.read(folder).accounts().values().stream()
                        .map(Account::country)
                        .toList());
    }

    @Test
    void amountsBecomeMinorUnitsExactly() throws IOException {
        assertEquals(451_400, CrmExport.read(folder).opportunities().get(1).valueMinor());
        pipeline("X,Agent,MG Special,Bio,Won,2016-10-25,2017-03-11,55.07\n");
        assertEquals(5_507, CrmExport.read(folder).opportunities().getFirst().valueMinor());
    }

    @Test
    void whatNoRuleCoversStopsTheReplayInsteadOfBeingGuessed() throws IOException {
        pipeline("X,Agent,MG Special,Nobody,Won,2016-10-25,2017-03-11,55\n");
        Failure failure = assertThrows(Failure.class, () -> CrmExport.read(folder));
        assertTrue(String.valueOf(failure.getMessage()).contains("names the account Nobody"));
        pipeline("X,Agent,Unheard,Bio,Won,2016-10-25,2017-03-11,55\n");
        assertThrows(Failure.class, () -> CrmExport.read(folder));
    }

    private void pipeline(String rows) throws IOException {
        Files.writeString(folder.resolve("sales_pipeline.csv"), HEADER + rows);
    }
}
