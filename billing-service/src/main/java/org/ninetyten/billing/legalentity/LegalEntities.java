package org.ninetyten.billing.legalentity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** All companies of the vendor. There are few. */
@ApplicationScoped
public class LegalEntities {

    private final Database database;

    LegalEntities(Database database) {
        this.database = database;
    }

    private record Dated(String code, LegalEntity.Holiday holiday) {}

    /** All of them, by their codes. */
    @Transactional
    public List<LegalEntity> all() {
        return read("true");
    }

    /** The one with the code. */
    @Transactional
    public Optional<LegalEntity> find(String code) {
        return read("e.code = ?", code).stream().findFirst();
    }

    /** The one that bills the partner now: that of its region, else the one that has all other regions. */
    @Transactional
    public LegalEntity of(UUID partnerId) {
        return read("""
                e.code = (
                    select code from legal_entity b
                    where b.region is null or b.region = (
                        select region from partner_place p where p.partner_id = ?
                        order by effective_from desc, version desc limit 1)
                    order by b.region nulls last limit 1)""", partnerId).getFirst();
    }

    /** Lets one be written at a time. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended('legal_entity', 0))", row -> true);
    }

    void add(LegalEntity entity) {
        database.update(
                """
                insert into legal_entity (code, name, number_prefix, country, region, version) values (?, ?, ?, ?, ?, ?)""",
                entity.code(),
                entity.name(),
                entity.numberPrefix(),
                entity.country(),
                entity.region(),
                entity.version());
        addHolidays(entity);
    }

    void change(LegalEntity entity) {
        database.update(
                "update legal_entity set name = ?, country = ?, region = ?, version = ? where code = ?",
                entity.name(),
                entity.country(),
                entity.region(),
                entity.version(),
                entity.code());
        database.update("delete from legal_entity_holiday where legal_entity = ?", entity.code());
        addHolidays(entity);
    }

    private void addHolidays(LegalEntity entity) {
        database.update(
                """
                insert into legal_entity_holiday (legal_entity, day, name)
                select ?, day, name from unnest(?::date[], ?) as h (day, name)""",
                entity.code(),
                entity.holidays().stream()
                        .map(holiday -> holiday.day().toString())
                        .toArray(String[]::new),
                entity.holidays().stream().map(LegalEntity.Holiday::name).toArray(String[]::new));
    }

    private List<LegalEntity> read(String which, @Nullable Object... parameters) {
        Map<String, List<LegalEntity.Holiday>> holidays = database
                .query(
                        "select h.* from legal_entity_holiday h join legal_entity e on e.code = h.legal_entity where "
                                + which,
                        row -> new Dated(
                                row.getString("legal_entity"),
                                new LegalEntity.Holiday(row.getObject("day", LocalDate.class), row.getString("name"))),
                        parameters)
                .stream()
                .collect(Collectors.groupingBy(Dated::code, Collectors.mapping(Dated::holiday, Collectors.toList())));
        return database.query(
                "select e.* from legal_entity e where " + which + " order by e.code",
                row -> read(row, holidays),
                parameters);
    }

    private static LegalEntity read(ResultSet row, Map<String, List<LegalEntity.Holiday>> holidays)
            throws SQLException {
        String code = row.getString("code");
        return new LegalEntity(
                code,
                row.getString("name"),
                row.getString("number_prefix"),
                row.getString("country"),
                row.getString("region"),
                holidays.getOrDefault(code, List.of()),
                row.getInt("version"));
    }
}
