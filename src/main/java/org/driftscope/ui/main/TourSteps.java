package org.driftscope.ui.main;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.MethodWords;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.help.TourStep;
import org.jspecify.annotations.Nullable;

/** The tour through the bundled sample, or whatever is open: what is there now, and how to tell that a step was done. */
final class TourSteps {
    private static final double MUCH = 0.3;
    private static final double USUAL = 0.25;

    private final ExplorerViewModel explorer;
    private final HeatmapViewModel maps;

    TourSteps(ExplorerViewModel explorer, HeatmapViewModel maps) {
        this.explorer = explorer;
        this.maps = maps;
    }

    List<TourStep> make() {
        return List.of(
                TourStep.reading(
                        "key-figures",
                        "A network on a drifting chip",
                        "This image classifier was trained on a computer (Clean) and put on a chip whose cells have since"
                                + " drifted (After drift). The numbers tell how much that cost."),
                step(
                        "layers-table",
                        List.of("heatmap"),
                        "Its layers are crossbars",
                        "Every line is a layer: a matrix of weights, held by RRAM cells. The orange bar says how far its"
                                + " output is off.",
                        "Choose another layer to see its cells.",
                        anotherLayer()),
                step(
                        "heatmap",
                        List.of(),
                        "Look at the cells",
                        "First what the cells should conduct, then what they conduct now, then the change. Turn the wheel"
                                + " to zoom.",
                        "Point at a cell to read it.",
                        cellRead()),
                drifting(),
                correction(),
                step(
                        "calibrate",
                        List.of("key-figures", "heatmap"),
                        "Calibrate",
                        "Each layer is fitted to what it should have computed, from "
                                + MethodWords.images(explorer.history().get().calibration())
                                + ". The blue number and the blue bars are the result.",
                        "Press this button.",
                        () -> explorer.calibration().resultProperty().get() != null),
                new TourStep(
                        "recovery-sweep-ranks",
                        List.of("recovery-chart"),
                        "What it buys",
                        "Every calibration becomes a point of this chart: accuracy against parameters. “Sweep ranks”"
                                + " draws the whole curve; point at a mark to read it.",
                        "",
                        null));
    }

    private static TourStep step(
            String nodeId, List<String> inSight, String title, String text, String task, BooleanSupplier done) {
        return new TourStep(nodeId, inSight, title, text, task, done);
    }

    /** By the slider that the device has: strength, or age. */
    private TourStep drifting() {
        List<String> inSight = List.of("heatmap", "key-figures");
        String text = "The maps follow this slider at once, the accuracy a moment later.";
        return explorer.history().get().chip().drift().ages()
                ? step(
                        DriftSettings.AGE.option(),
                        inSight,
                        "Let it age",
                        text,
                        "Drag it to another age, and look.",
                        anotherAge())
                : step(
                        DriftSettings.DRIFT.option(),
                        inSight,
                        "Turn up the drift",
                        text,
                        "Drag it beyond 30 %, look, and bring it back below 25 %.",
                        driftTried());
    }

    private BooleanSupplier anotherAge() {
        return new Changed() {
            @Override
            Object now() {
                return explorer.history().get().chip().secondsSinceProgramming();
            }
        };
    }

    /** Speaks of the method that is set, and points at its rank where it has one. */
    private TourStep correction() {
        Method method = explorer.history().get().calibration().method();
        String costs = " The panel below says what it would cost, before anything runs.";
        if (method.isLayerWise() && method.hasRank()) {
            return TourStep.reading(
                    CalibrationSettings.RANK.option(),
                    "The correction and its size",
                    method.label() + " puts a small digital correction beside each ticked layer. The rank is its size."
                            + costs);
        }
        String name = method.label();
        return TourStep.reading(
                SettingUse.RANK.matters(method)
                        ? CalibrationSettings.RANK.option()
                        : CalibrationSettings.METHOD.option(),
                "The correction",
                "The method that is set is “" + name + "”: how the chip is corrected." + costs);
    }

    private BooleanSupplier anotherLayer() {
        return new Changed() {
            @Override
            @Nullable
            Object now() {
                return explorer.layers().selectedProperty().get();
            }
        };
    }

    private BooleanSupplier cellRead() {
        return new Changed() {
            @Override
            @Nullable
            Object now() {
                return maps.selection().probeProperty().get();
            }
        };
    }

    /** Up, and back again. */
    private BooleanSupplier driftTried() {
        return new BooleanSupplier() {
            private boolean wasMuch;

            @Override
            public boolean getAsBoolean() {
                double drift = explorer.history().get().relativeDrift();
                wasMuch |= drift >= MUCH;
                return wasMuch && drift <= USUAL;
            }
        };
    }

    /** Whether something is no longer as it was when it was first asked for. */
    private abstract static class Changed implements BooleanSupplier {
        private @Nullable Object first;
        private boolean begun;

        abstract @Nullable Object now();

        @Override
        public boolean getAsBoolean() {
            if (!begun) {
                begun = true;
                first = now();
            }
            return !Objects.equals(first, now());
        }
    }
}
