package org.driftscope.ui.charts.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.SeriesTint;

/**
 * What was taken for what by the states of the network that were evaluated.
 *
 * @param classes names, in the order of the counts
 * @param counts of each state; states that were not evaluated are missing
 * @param sources what each state's counts were made with
 */
public record Confusions(List<String> classes, Map<State, Mistakes> counts, Map<State, FigureSource> sources) {
    /** Of more classes no one can read a matrix, and a thousand would have a million fields. */
    static final int MATRIX_CLASSES = 100;

    /** What the network went through. */
    public enum State {
        CLEAN("Clean", SeriesTint.CLEAN),
        DRIFTED("Drifted", SeriesTint.DRIFTED),
        CALIBRATED("Calibrated", SeriesTint.DORA);

        private final String label;
        private final SeriesTint tint;

        State(String label, SeriesTint tint) {
            this.label = label;
            this.tint = tint;
        }

        public String label() {
            return label;
        }

        public SeriesTint tint() {
            return tint;
        }
    }

    public Confusions {
        classes = List.copyOf(classes);
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
        sources = Map.copyOf(sources);
        int size = classes.size();
        counts.forEach((state, mistakes) -> {
            if (mistakes.classes() != size) {
                throw new IllegalArgumentException(
                        state + " counts " + mistakes.classes() + " classes, but there are " + size);
            }
        });
    }

    /** Whether a matrix of every two classes can be read. */
    public boolean fitsMatrix() {
        return classes.size() <= MATRIX_CLASSES;
    }

    public FigureSource source(State state) {
        return sources.getOrDefault(state, FigureSource.NONE);
    }

    public Optional<Mistakes> of(State state) {
        return Optional.ofNullable(counts.get(state));
    }
}
