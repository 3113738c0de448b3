package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Percent;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.lessons.Situation;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The window as lessons see it. */
final class LessonSituation implements Situation {
    private static final int ANY_RANK = 1;

    private final ExplorerViewModel explorer;
    private final HeatmapViewModel maps;
    private final Supplier<List<NamedFigure>> figures;
    private final Runnable sample;
    private final ProblemSink problems;

    /**
     * @param figures the maps in a row, their histogram, and the chart in front, as far as they are there
     * @param sample opens the bundled sample
     */
    LessonSituation(
            ExplorerViewModel explorer,
            HeatmapViewModel maps,
            Supplier<List<NamedFigure>> figures,
            Runnable sample,
            ProblemSink problems) {
        this.explorer = explorer;
        this.maps = maps;
        this.figures = figures;
        this.sample = sample;
        this.problems = problems;
    }

    @Override
    public boolean suits(boolean anyNetwork) {
        Workspace open = explorer.workspaceProperty().get();
        return open != null && open.hasImages() && (anyNetwork || open.files().isSample());
    }

    private Workspace open() {
        return Objects.requireNonNull(explorer.workspaceProperty().get());
    }

    private ExplorerState state() {
        return explorer.history().get();
    }

    @Override
    public ExperimentSpec spec() {
        return StateSpec.of(open().network(), state());
    }

    @Override
    public OptionalDouble figure(LessonFigure figure) {
        Double value = value(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private @Nullable Double value(LessonFigure figure) {
        CostPreview cost = explorer.settings().costProperty().get();
        return switch (figure) {
            case CLEAN -> percent(clean());
            case DRIFTED -> percent(drifted());
            case CALIBRATED -> percent(calibrated());
            case LOST -> points(drifted(), clean());
            case REGAINED -> points(drifted(), calibrated());
            case RECOVERED -> percent(recovered());
            case PARAMETERS -> cost == null ? null : cost.percent();
            case SRAM_BITS -> cost == null ? null : (double) cost.cost().sramBits();
            case WRITES -> cost == null ? null : (double) cost.cost().rramCellWrites();
        };
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : Percent.of(share);
    }

    private static @Nullable Double points(@Nullable Double from, @Nullable Double to) {
        return from == null || to == null ? null : Percent.points(from, to);
    }

    private @Nullable Double clean() {
        Accuracy clean = explorer.accuracy().cleanProperty().get();
        return clean == null ? null : clean.top1();
    }

    private @Nullable Double drifted() {
        DriftReading reading = explorer.accuracy().driftedProperty().get();
        return reading == null || !reading.asked().equals(state().onChip())
                ? null
                : reading.accuracy().top1();
    }

    private @Nullable Calibrated result() {
        Calibrated result = explorer.calibration().resultProperty().get();
        return result != null && result.belongsTo(state()) ? result : null;
    }

    /** Of the same settings, where the result itself is no longer at hand. */
    private @Nullable CalibrationPoint known() {
        return explorer.calibration().followingProperty().get()
                ? null
                : explorer.calibration().knownProperty().get();
    }

    private @Nullable Double calibrated() {
        Calibrated result = result();
        CalibrationPoint known = known();
        if (result != null) {
            return result.accuracy().top1();
        }
        return known == null ? null : known.calibrated().top1();
    }

    private @Nullable Double recovered() {
        Calibrated result = result();
        CalibrationPoint known = known();
        if (result != null) {
            return result.recovered();
        }
        return known == null || known.recovered().isEmpty()
                ? null
                : known.recovered().getAsDouble();
    }

    @Override
    public String layer() {
        return Objects.requireNonNullElse(explorer.layers().selectedProperty().get(), "");
    }

    @Override
    public String cell() {
        return maps.selection().cursorProperty().get() == null
                ? ""
                : String.valueOf(maps.selection().cursorProperty().get());
    }

    @Override
    public int ranks() {
        ExplorerState state = state();
        CalibrationSpec wanted = state.calibration().withRank(ANY_RANK);
        return (int) state.points().stream()
                .filter(point -> point.onChip().equals(state.onChip()))
                .filter(point -> point.calibration().withRank(ANY_RANK).equals(wanted))
                .map(point -> point.calibration().rank())
                .distinct()
                .count();
    }

    @Override
    public void take(String name, UnaryOperator<ExperimentSpec> change) {
        try {
            ExperimentSpec wanted = change.apply(spec());
            explorer.history().step(name, state -> StateSpec.taken(open().network(), state, wanted));
        } catch (DriftscopeException e) {
            problems.show("Setting what the lesson asks for", e);
        }
    }

    @Override
    public void openSample() {
        sample.run();
    }

    @Override
    public List<NamedFigure> figures(List<String> kinds) {
        List<NamedFigure> wanted = new ArrayList<>();
        List<NamedFigure> shown = kinds.isEmpty() ? List.of() : figures.get();
        for (String kind : kinds) {
            shown.stream()
                    .filter(figure -> kind.equals(kind(figure, shown)))
                    .findFirst()
                    .ifPresent(wanted::add);
        }
        return wanted;
    }

    /** The chart comes last. */
    private static String kind(NamedFigure figure, List<NamedFigure> shown) {
        return switch (figure.name()) {
            case "Maps side by side" -> "maps";
            case "Histogram" -> "histogram";
            default -> figure == shown.get(shown.size() - 1) ? "chart" : "";
        };
    }

    @Override
    public void onChange(Runnable listener) {
        Stream.<ObservableValue<?>>of(
                        explorer.workspaceProperty(),
                        explorer.history().stateProperty(),
                        explorer.accuracy().cleanProperty(),
                        explorer.accuracy().driftedProperty(),
                        explorer.calibration().resultProperty(),
                        explorer.calibration().knownProperty(),
                        explorer.calibration().followingProperty(),
                        explorer.layers().selectedProperty(),
                        explorer.settings().costProperty(),
                        maps.selection().cursorProperty())
                .forEach(seen -> seen.subscribe((before, after) -> listener.run()));
    }
}
