package org.ninetyten.academy.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExamDrawTest {

    @Property
    void drawsAsManyAsAskedAndNoneTwice(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 60) int wanted,
            @ForAll long seed) {
        int count = Math.min(size, wanted);
        Map<UUID, List<UUID>> bank = bank(size);
        List<DrawnQuestion> drawn = ExamDraw.draw(bank, count, seed);
        Set<UUID> ids =
                new HashSet<>(drawn.stream().map(DrawnQuestion::questionId).toList());
        assertEquals(count, drawn.size());
        assertEquals(count, ids.size());
        assertTrue(bank.keySet().containsAll(ids));
    }

    @Property
    void showsEveryOptionOfAQuestionOnce(@ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        Map<UUID, List<UUID>> bank = bank(size);
        for (DrawnQuestion question : ExamDraw.draw(bank, size, seed)) {
            List<UUID> options = bank.get(question.questionId());
            assertEquals(options.size(), question.optionIds().size());
            assertEquals(Set.copyOf(options), Set.copyOf(question.optionIds()));
        }
    }

    @Property
    void theSameSeedGivesTheSameDrawInWhateverOrderTheBankIsRead(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed, @ForAll long order) {
        Map<UUID, List<UUID>> bank = bank(size);
        List<UUID> keys = new ArrayList<>(bank.keySet());
        Collections.shuffle(keys, new Random(order));
        Map<UUID, List<UUID>> reordered = new LinkedHashMap<>();
        keys.forEach(key -> reordered.put(key, bank.get(key).reversed()));
        int count = (size + 1) / 2;
        assertEquals(ExamDraw.draw(bank, count, seed), ExamDraw.draw(reordered, count, seed));
    }

    @Test
    void aStoredSeedMeansTheSameForEver() {
        List<DrawnQuestion> drawn = ExamDraw.draw(bank(10), 3, 42L);
        assertEquals(
                List.of(4L, 6L, 2L),
                drawn.stream()
                        .map(question -> question.questionId().getLeastSignificantBits())
                        .toList());
    }

    @Test
    void overManySeedsEachQuestionComesUpAboutEquallyOften() {
        Map<UUID, List<UUID>> bank = bank(10);
        Map<UUID, Integer> drawn = new HashMap<>();
        for (long seed = 0; seed < 10_000; seed++) {
            ExamDraw.draw(bank, 3, seed).forEach(question -> drawn.merge(question.questionId(), 1, Integer::sum));
        }
        drawn.values().forEach(times -> assertTrue(times > 2_800 && times < 3_200, drawn.toString()));
    }

    @Test
    void refusesToDrawMoreThanThereIs() {
        assertThrows(IllegalArgumentException.class, () -> ExamDraw.draw(bank(2), 3, 1));
        assertThrows(IllegalArgumentException.class, () -> ExamDraw.draw(bank(2), 0, 1));
    }

    private static Map<UUID, List<UUID>> bank(int size) {
        Map<UUID, List<UUID>> bank = new LinkedHashMap<>();
        for (int question = 0; question < size; question++) {
            long id = question;
            bank.put(
                    new UUID(0, id),
                    IntStream.range(0, 2 + question % 4)
                            .mapToObj(option -> new UUID(id + 1, option))
                            .toList());
        }
        return bank;
    }
}
