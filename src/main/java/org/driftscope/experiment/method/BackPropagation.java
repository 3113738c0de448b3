package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Footprints;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.EndToEndTrainer;
import org.driftscope.training.pass.ParameterLayout;

/**
 * The conventional baseline: weights, biases and batch-norm scales trained end to end on labelled calibration images, batch
 * norm's statistics frozen, and the weights written back to the cells.
 */
final class BackPropagation implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.BACKPROP);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        Footprint footprint = Footprints.ofRewriting(spec.describe(), ground.layers(), ground.crossbars(), 1);
        List<String> names = ground.layers().stream().map(AnalogLayer::name).toList();
        return new MethodPlan(footprint, layout(ground.network(), names).size(), false);
    }

    @Override
    public long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return layer.weights();
    }

    @Override
    public List<Double> rates(Method method) {
        return List.of(3e-5, 1e-4, 3e-4);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        Network drifted = trial.driftedNetwork();
        List<AnalogLayer> layers =
                trial.layers().stream().map(drifted::analogLayer).toList();
        ParameterLayout layout = layout(drifted, trial.layers());
        ImageSource images = trial.images();
        int steps = LearningRateGrid.steps(trial.calibration().settings(), images.count());
        LearningRateGrid.Best<Network> best = LearningRateGrid.search(
                trial,
                (rate, part) -> new EndToEndTrainer(rate, steps)
                        .train(
                                drifted,
                                layout,
                                images,
                                trial.bench().preprocessing(),
                                trial.random().child("training"),
                                part,
                                cancel),
                (some, trained) -> trial.bench().evaluateOn(some, trained, trial.readouts(trained), cancel),
                progress);
        return correction(trial, layers, layout, best, steps);
    }

    private static Correction correction(
            Trial trial,
            List<AnalogLayer> layers,
            ParameterLayout layout,
            LearningRateGrid.Best<Network> best,
            int steps) {
        Footprint rewritten = Footprints.ofRewriting(
                "", layers, layer -> trial.onChip(layer.name()).crossbar().spec(), steps);
        String writes = "Cells written: " + rewritten.rramCells() + " if updates are gathered and written once, "
                + rewritten.rramCells() * steps + " if each of the " + steps + " steps is written.";
        List<String> notes = new ArrayList<>(List.of(best.note(), writes));
        boolean faulty = trial.chip().layers().values().stream()
                .map(layer -> layer.crossbar().spec().circuit())
                .anyMatch(circuit -> circuit.hasStuckCells() || circuit.hasWires());
        if (faulty) {
            notes.add("The weights written are taken as exact: stuck cells and wires have no part in them.");
        }
        return new Correction(
                best.result(),
                trial.readouts(best.result()),
                new CalibratedChip(trial.chip(), Map.of()),
                layout.size(),
                0,
                rewritten.rramCells(),
                notes);
    }

    /** What is trained: all learned constants but those of layers that are left as they are. */
    static ParameterLayout layout(Network network, Collection<String> layers) {
        return ParameterLayout.of(network, constants(network, layers));
    }

    private static List<String> constants(Network network, Collection<String> layers) {
        Set<String> left = new HashSet<>();
        for (AnalogLayer layer : network.analogLayers()) {
            if (!layers.contains(layer.name())) {
                left.addAll(List.of(layer.weightValue(), layer.biasValue()));
            }
        }
        return ParameterLayout.trainable(network).entries().stream()
                .map(ParameterLayout.Entry::name)
                .filter(name -> !left.contains(name))
                .toList();
    }
}
