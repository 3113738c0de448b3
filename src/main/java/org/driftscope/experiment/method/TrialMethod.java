package org.driftscope.experiment.method;

import java.util.List;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.cost.AdapterParameters;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.extension.Extensions;

/** One way to correct a drifted chip. */
public interface TrialMethod {
    /** The methods that are corrected so. */
    List<Method> methods();

    /**
     * Corrects a trial's chip.
     *
     * @throws org.driftscope.support.DriftscopeException if the method cannot work on this network
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Correction correct(Trial trial, Progress progress, CancelToken cancel);

    /** What it will touch, before it runs. */
    MethodPlan foresee(PlanGround ground, CalibrationSpec spec);

    /** What correcting one layer takes, to tell which layers cost most. */
    default long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return AdapterParameters.count(List.of(layer), spec.rank(), true, true);
    }

    /** Why it cannot work on a network, a sentence; empty where it can. */
    default Optional<String> refusal(Network network) {
        return Optional.empty();
    }

    /** Whether it leaves adapters beside the layers, whose gains can be measured again while the chip ages. */
    default boolean leavesAdapters() {
        return true;
    }

    /** Learning rates that are tried where the settings name none; empty where nothing is trained. */
    default List<Double> rates(Method method) {
        return List.of();
    }

    /** How a method corrects. @throws IllegalArgumentException for one that no entry of the list is for */
    static TrialMethod of(Method method) {
        return Listed.ALL.stream()
                .filter(way -> way.methods().contains(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing corrects by " + method));
    }

    /** All of them. */
    final class Listed {
        private static final List<TrialMethod> ALL = Extensions.added(
                TrialMethod.class,
                List.of(
                        new LayerWise(),
                        new AllocatedRanks(),
                        new SparseWeights(),
                        new BatchNormStatistics(),
                        new DriftCompensation(),
                        new VeraPlus(),
                        new BackPropagation(),
                        new AdapterBackPropagation()),
                way -> way.getClass().getName());

        private Listed() {}
    }
}
