package org.driftscope.ui.lessons;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.LessonCheck;
import org.driftscope.io.lesson.LessonCheck.OfEvent;
import org.driftscope.io.lesson.LessonCheck.OfFigure;
import org.driftscope.io.lesson.LessonCheck.OfSetting;
import org.driftscope.io.lesson.LessonCheck.Relation;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.io.lesson.LessonValues;

/**
 * What is set and what is known of it at one moment.
 *
 * @param figures those that are known
 * @param layer that is chosen
 * @param cell that is read
 * @param ranks that were calibrated
 */
record Snapshot(ExperimentSpec spec, Map<LessonFigure, Double> figures, String layer, String cell, int ranks) {
    /** Ranks that make a sweep. */
    private static final int SWEEP = 3;
    /** Stands for a number that is not there yet. */
    private static final String UNKNOWN = "…";

    Snapshot {
        figures = Map.copyOf(figures);
    }

    static Snapshot of(Situation situation) {
        Map<LessonFigure, Double> known = new EnumMap<>(LessonFigure.class);
        for (LessonFigure figure : LessonFigure.values()) {
            situation.figure(figure).ifPresent(value -> known.put(figure, value));
        }
        return new Snapshot(situation.spec(), known, situation.layer(), situation.cell(), situation.ranks());
    }

    /** With what became known of the same settings meanwhile. */
    Snapshot completedBy(Snapshot later) {
        if (!later.spec.equals(spec) || figures.keySet().containsAll(later.figures.keySet())) {
            return this;
        }
        Map<LessonFigure, Double> known = new EnumMap<>(later.figures);
        known.putAll(figures);
        return new Snapshot(spec, known, layer, cell, ranks);
    }

    /** Whether all checks hold. @param begun what was when the step began */
    boolean meets(List<LessonCheck> checks, Snapshot begun) {
        return checks.stream().allMatch(check -> meets(check, begun));
    }

    private boolean meets(LessonCheck check, Snapshot begun) {
        if (check instanceof OfSetting of) {
            return meets(of, begun);
        }
        if (check instanceof OfFigure of) {
            Double now = figures.get(of.figure());
            Double before = of.relation().looksBack() ? begun.figures.get(of.figure()) : now;
            return now != null && before != null && of.relation().holds(now, before, of.value());
        }
        return switch (((OfEvent) check).event()) {
            case LAYER -> !layer.equals(begun.layer);
            case CELL -> !cell.isEmpty() && !cell.equals(begun.cell);
            case SCORED -> figures.containsKey(LessonFigure.DRIFTED);
            case CALIBRATED -> figures.containsKey(LessonFigure.CALIBRATED);
            case SWEPT -> ranks >= SWEEP;
        };
    }

    private boolean meets(OfSetting of, Snapshot begun) {
        Object now = of.setting().read(spec);
        Object before = of.setting().read(begun.spec);
        return switch (of.relation()) {
            case IS -> same(of, now);
            case NOT -> !same(of, now);
            case CHANGED -> !now.equals(before);
            default -> of.relation()
                    .holds(
                            number(of.setting(), now),
                            number(of.setting(), before),
                            ((Number) of.value()).doubleValue());
        };
    }

    private static boolean same(OfSetting of, Object now) {
        return of.value() instanceof Number wanted
                ? Relation.IS.holds(number(of.setting(), now), 0, number(of.setting(), wanted))
                : Objects.equals(of.value(), now);
    }

    /** An on/off ratio of 0 stands for one without end. */
    private static double number(Setting setting, Object value) {
        double number = ((Number) value).doubleValue();
        return number == 0 && setting.equals(DeviceSettings.ON_OFF) ? Double.POSITIVE_INFINITY : number;
    }

    /** Whether it knows what a text quotes of it. @param name as {@link LessonValues} knows it, without "before." */
    boolean knows(String name) {
        return LessonFigure.find(name).map(figures::containsKey).orElse(true);
    }

    /** What a text quotes. @param name as {@link LessonValues} knows it, without "before." */
    String text(String name) {
        if (name.equals(LessonValues.LAYER)) {
            return layer;
        }
        return LessonFigure.find(name)
                .map(figure -> {
                    Double value = figures.get(figure);
                    return value == null ? UNKNOWN : figure.text(value);
                })
                .orElseGet(() -> Settings.named(name).tell(spec));
    }
}
