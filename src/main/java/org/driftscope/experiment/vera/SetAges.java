package org.driftscope.experiment.vera;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.driftscope.device.Age;
import org.driftscope.experiment.spec.ChipSpec;

/**
 * The ages that sets are made for, and which of them serves a chip.
 *
 * @param seconds rising, one or more
 */
public record SetAges(List<Double> seconds) {
    private static final double FIRST = 3600;
    private static final double LAST = 10 * 365 * 86_400.0;

    public SetAges {
        seconds = List.copyOf(seconds);
    }

    /** From an hour to ten years in equal steps of ln t; a single one half way. @param count 1 or more */
    public static SetAges of(int count) {
        double decades = Math.log(LAST / FIRST);
        return new SetAges(IntStream.range(0, count)
                .mapToObj(i -> count == 1 ? 0.5 : i / (count - 1.0))
                .map(share -> (double) Math.round(FIRST * Math.exp(share * decades)))
                .toList());
    }

    /** For a kind of chip: a single one, at once, where its cells do not age. */
    public static SetAges of(ChipSpec chip, int count) {
        return chip.ages() ? of(count) : new SetAges(List.of(0.0));
    }

    /** Whether there is one for all ages. */
    public boolean ageless() {
        return seconds.get(0) == 0;
    }

    /** Which of them is used. */
    public String words(int chosen) {
        String used = "The set for an age of " + Age.words(seconds.get(chosen)) + " was used";
        return seconds.size() == 1
                ? used + ", the only one."
                : used + ", of those for " + seconds.stream().map(Age::words).collect(Collectors.joining(", ")) + ".";
    }

    /** The place of the age nearest in ln t. @param age of the chip, s */
    public int nearest(double age) {
        double now = Math.log(Math.max(1, age));
        return IntStream.range(0, seconds.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(Math.log(Math.max(1, seconds.get(i))) - now)))
                .orElseThrow();
    }
}
