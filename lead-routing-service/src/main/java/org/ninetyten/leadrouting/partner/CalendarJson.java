package org.ninetyten.leadrouting.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

/** How a calendar is stored: {@code {"week": {"MONDAY": [540, 1080]}, "holidays": ["2026-12-25"]}}, in minutes. */
public final class CalendarJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Most partners share a few calendars, and routing reads them with every lead. */
    private static final Map<String, BusinessCalendar> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 4_096;

    private CalendarJson() {}

    static @Nullable String write(@Nullable BusinessCalendar calendar) {
        if (calendar == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode();
        ObjectNode week = json.putObject("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> hours = calendar.week().getOrDefault(day, List.of());
            if (!hours.isEmpty()) {
                ArrayNode minutes = week.putArray(day.name());
                hours.forEach(opening -> minutes.add(opening.opens()).add(opening.closes()));
            }
        }
        ArrayNode holidays = json.putArray("holidays");
        calendar.holidays().stream().sorted().forEach(day -> holidays.add(day.toString()));
        return json.toString();
    }

    /** The calendar of the column {@code partner.calendar}; nothing where a partner keeps the policy's hours. */
    public static @Nullable BusinessCalendar read(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        BusinessCalendar known = KNOWN.get(stored);
        if (known != null) {
            return known;
        }
        BusinessCalendar calendar = parse(stored);
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        KNOWN.put(stored, calendar);
        return calendar;
    }

    private static BusinessCalendar parse(String stored) {
        try {
            JsonNode json = JSON.readTree(stored);
            Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                JsonNode minutes = json.path("week").path(day.name());
                List<Opening> hours = new ArrayList<>();
                for (int i = 0; i + 1 < minutes.size(); i += 2) {
                    hours.add(new Opening(
                            minutes.path(i).asInt(), minutes.path(i + 1).asInt()));
                }
                week.put(day, hours);
            }
            Set<LocalDate> holidays = new HashSet<>();
            json.path("holidays").forEach(day -> holidays.add(LocalDate.parse(day.asText())));
            return new BusinessCalendar(week, holidays);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A calendar cannot be read", e);
        }
    }
}
