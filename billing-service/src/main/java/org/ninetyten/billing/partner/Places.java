package org.ninetyten.billing.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninetyten.billing.database.Database;

/** Where partners were when. Whoever decides about money by it holds the lock of {@link Tiers}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Places {

    private final Database database;

    Places(Database database) {
        this.database = database;
    }

    /** Returns false when it was known. */
    boolean add(Place place, Instant receivedAt) {
        return database.update(
                        """
                        insert into partner_place (partner_id, version, country, region, time_zone, effective_from, received_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        place.partnerId(),
                        place.version(),
                        place.country(),
                        place.region(),
                        place.timeZone(),
                        place.effectiveFrom(),
                        receivedAt)
                == 1;
    }

    /** One history for each of the partners, empty where nothing was heard. */
    public Map<UUID, PlaceHistory> of(Collection<UUID> partnerIds) {
        Map<UUID, List<Place>> places = database
                .query(
                        """
                        select partner_id, version, country, region, time_zone, effective_from from partner_place
                        where partner_id = any(?)""",
                        row -> new Place(
                                row.getObject("partner_id", UUID.class),
                                row.getLong("version"),
                                row.getString("country"),
                                row.getString("region"),
                                row.getString("time_zone"),
                                row.getObject("effective_from", LocalDate.class)),
                        (Object) partnerIds.stream().distinct().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Place::partnerId));
        return partnerIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new PlaceHistory(places.getOrDefault(id, List.of()))));
    }
}
