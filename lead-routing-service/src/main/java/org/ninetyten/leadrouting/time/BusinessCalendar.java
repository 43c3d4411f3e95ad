package org.ninetyten.leadrouting.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a partner works: a week of hours and the days on which it does not work at all.
 *
 * <p>One rule decides everything: it is open at an instant if the partner's wall clock then shows a time inside the
 * hours of a day that is no holiday. Minutes are real ones. So an hour that the clock skips inside the hours does not
 * exist, and one that it repeats counts twice. Hours over midnight are written as two: up to 24:00 and from 00:00.
 */
public final class BusinessCalendar {

    /** A calendar that stays closed for longer than this can't be worked with. */
    public static final int LONGEST_CLOSURE_DAYS = 60;

    private final Map<DayOfWeek, List<Opening>> week;
    private final Set<LocalDate> holidays;
    private final boolean workable;

    /**
     * A calendar.
     *
     * @param week the hours of each day of the week, without overlap; a day without any may be left out
     * @param holidays days without hours
     */
    public BusinessCalendar(Map<DayOfWeek, List<Opening>> week, Set<LocalDate> holidays) {
        Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                days.put(day, inOrder(hours));
            }
        });
        this.week = Map.copyOf(days);
        this.holidays = Set.copyOf(holidays);
        this.workable = !days.isEmpty() && longestClosureDays() <= LONGEST_CLOSURE_DAYS;
    }

    /** The same hours on each of the days, without holidays. */
    public static BusinessCalendar weekly(Set<DayOfWeek> days, Opening hours) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(hours)));
        return new BusinessCalendar(week, Set.of());
    }

    private static List<Opening> inOrder(List<Opening> hours) {
        List<Opening> sorted =
                hours.stream().sorted(Comparator.comparingInt(Opening::opens)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).opens() < sorted.get(i - 1).closes()) {
                throw new IllegalArgumentException("Hours of one day must not overlap.");
            }
        }
        return sorted;
    }

    /** The hours of each day of the week that has any, in order. */
    public Map<DayOfWeek, List<Opening>> week() {
        return week;
    }

    /** The days without hours. */
    public Set<LocalDate> holidays() {
        return holidays;
    }

    /** Whether a time to answer makes sense: it opens each week, and no row of holidays closes it for too long. */
    public boolean isWorkable() {
        return workable;
    }

    private long longestClosureDays() {
        long longest = 0;
        Set<LocalDate> seen = new HashSet<>();
        for (LocalDate holiday : holidays) {
            if (seen.contains(holiday)) {
                continue;
            }
            LocalDate first = holiday;
            while (hoursOf(first.minusDays(1)).isEmpty()) {
                first = first.minusDays(1);
            }
            LocalDate day = first;
            while (hoursOf(day).isEmpty()) {
                seen.add(day);
                day = day.plusDays(1);
            }
            longest = Math.max(longest, ChronoUnit.DAYS.between(first, day));
        }
        return longest;
    }

    /** The hours of a day, in order; none on a holiday. */
    public List<Opening> hoursOf(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** Whether the partner is at work at the instant. */
    public boolean isOpen(Instant instant, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
        int minute = wall.getHour() * 60 + wall.getMinute();
        return hoursOf(wall.toLocalDate()).stream()
                .anyMatch(hours -> hours.opens() <= minute && minute < hours.closes());
    }

    /**
     * The first instant, not before the given one, at which the partner is at work.
     *
     * @throws IllegalStateException if it never is
     */
    public Instant nextOpening(Instant from, ZoneId zone) {
        return new Stretches(from, zone).next().from();
    }

    /**
     * The instant at which so many minutes of business time have passed. Closing time is the last instant of a day, not
     * the first of the next.
     *
     * @param minutes more than none
     * @throws IllegalStateException if the partner never is at work
     */
    public Instant plusMinutes(Instant from, int minutes, ZoneId zone) {
        if (minutes <= 0) {
            throw new IllegalArgumentException("Business time to add must be positive.");
        }
        Stretches stretches = new Stretches(from, zone);
        Duration left = Duration.ofMinutes(minutes);
        while (true) {
            Stretch stretch = stretches.next();
            Duration open = Duration.between(stretch.from(), stretch.to());
            if (left.compareTo(open) <= 0) {
                return stretch.from().plus(left);
            }
            left = left.minus(open);
        }
    }

    /** The business time that passes from one instant up to a later one; none if the other one is not later. */
    public Duration between(Instant from, Instant to, ZoneId zone) {
        Duration open = Duration.ZERO;
        if (week.isEmpty()) {
            return open;
        }
        Stretches stretches = new Stretches(from, zone);
        while (true) {
            Stretch stretch = stretches.next();
            if (!stretch.from().isBefore(to)) {
                return open;
            }
            Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
            open = open.plus(Duration.between(stretch.from(), end));
        }
    }

    /** Whole business minutes from one instant up to a later one. */
    public int minutesBetween(Instant from, Instant to, ZoneId zone) {
        return Math.toIntExact(between(from, to, zone).toMinutes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof BusinessCalendar calendar
                        && week.equals(calendar.week)
                        && holidays.equals(calendar.holidays));
    }

    @Override
    public int hashCode() {
        return Objects.hash(week, holidays);
    }

    @Override
    public String toString() {
        return week + " but " + holidays;
    }

    private record Stretch(Instant from, Instant to) {}

    /**
     * The open stretches from an instant on, in order. The time line is cut where the zone's offset changes; between two
     * cuts the wall clock runs like any other.
     */
    private final class Stretches {

        private final ZoneRules rules;
        private final List<Stretch> ready = new ArrayList<>();
        private Instant at;

        /** Where the piece of constant offset ends that the next day begins in. */
        private Optional<Instant> cut = Optional.empty();

        private ZoneOffset offset = ZoneOffset.UTC;
        private LocalDate day = LocalDate.EPOCH;

        private Stretches(Instant from, ZoneId zone) {
            if (week.isEmpty()) {
                throw new IllegalStateException("The calendar never opens.");
            }
            rules = zone.getRules();
            at = from;
            enterPiece();
        }

        private void enterPiece() {
            offset = rules.getOffset(at);
            cut = Optional.ofNullable(rules.nextTransition(at)).map(ZoneOffsetTransition::getInstant);
            day = LocalDateTime.ofInstant(at, offset).toLocalDate();
        }

        private Stretch next() {
            while (ready.isEmpty()) {
                takeDay();
            }
            return ready.removeFirst();
        }

        private void takeDay() {
            Instant midnight = day.atStartOfDay().toInstant(offset);
            if (cut.isPresent() && !midnight.isBefore(cut.get())) {
                at = cut.get();
                enterPiece();
                return;
            }
            for (Opening hours : hoursOf(day)) {
                Instant from = later(at, midnight.plusSeconds(hours.opens() * 60L));
                Instant closing = midnight.plusSeconds(hours.closes() * 60L);
                Instant to = cut.filter(closing::isAfter).orElse(closing);
                if (from.isBefore(to)) {
                    ready.add(new Stretch(from, to));
                }
            }
            day = day.plusDays(1);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
