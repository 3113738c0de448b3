package org.driftscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.RandomSource;

/** Damages a sound file in many ways; its reader must read the rest or refuse with a sentence, and nothing else. */
public final class Damage {
    private Damage() {}

    /** Cuts the file off at every {@code step}-th byte. */
    public static void truncate(Path file, int step, Consumer<Path> reader) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += step) {
            check(file, java.util.Arrays.copyOf(whole, length), reader, "cut at " + length);
        }
    }

    /** Flips 1 to 8 bits at random places, a number of times. */
    public static void flipBits(Path file, int times, Consumer<Path> reader) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int trial = 0; trial < times; trial++) {
            UniformRandomProvider random =
                    RandomSource.of(97).child("flips").child(trial).generator();
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            check(file, damaged, reader, "trial " + trial);
        }
    }

    private static void check(Path file, byte[] content, Consumer<Path> reader, String what) throws IOException {
        Path damaged = Files.write(file.resolveSibling("damaged-" + file.getFileName()), content);
        try {
            reader.accept(damaged);
        } catch (DriftscopeException e) {
            assertThat(e.userMessage()).as(what).contains(damaged.toString()).endsWith(".");
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
    }
}
