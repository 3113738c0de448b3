package org.driftscope.experiment.method;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.cost.AdapterParameters;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Footprints;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.training.BatchNormRecalibration;

/**
 * What a method will touch on a network, before it runs.
 *
 * @param footprint parameters, cells and multiply-accumulates; its updates are 1 where it rewrites cells
 * @param updatedParameters values that it sets
 * @param atMost whether the number of parameters is only known not to be exceeded
 */
public record MethodPlan(Footprint footprint, long updatedParameters, boolean atMost) {
    /** What is needed to foresee a method. @param layers those to correct */
    private record Ground(
            Network network, List<AnalogLayer> layers, CrossbarSpec crossbar, Map<String, Long> positions) {
        long columns() {
            return layers.stream().mapToLong(AnalogLayer::cols).sum();
        }

        /** Multiply-accumulates of one inference, given those at one position of a layer. */
        long macs(PerLayer atPosition) {
            if (positions.isEmpty()) {
                return Footprint.UNKNOWN;
            }
            return layers.stream()
                    .mapToLong(layer -> positions.getOrDefault(layer.name(), 1L) * atPosition.of(layer))
                    .sum();
        }
    }

    @FunctionalInterface
    private interface PerLayer {
        long of(AnalogLayer layer);
    }

    /**
     * Foresees a method. Where only the most affected layers are corrected, those that cost most are taken, and the
     * number of parameters is an upper bound; so it is for allocated ranks, whose budget seldom comes out even.
     *
     * @param chosen layers to correct; of none, no method touches anything
     * @param positions from {@link org.driftscope.network.run.LayerPositions}; empty where they are not known
     */
    public static MethodPlan of(
            Network network,
            Collection<AnalogLayer> chosen,
            CrossbarSpec crossbar,
            CalibrationSpec spec,
            Map<String, Long> positions) {
        if (chosen.isEmpty()) {
            // nothing runs then, not even a method that would train the parameters beside the layers
            return sram(spec, 0, 0, 0, false);
        }
        int most = spec.settings().mostAffected();
        boolean fewer = SettingUse.LAYERS.matters(spec.method()) && most > 0 && most < chosen.size();
        List<AnalogLayer> layers = chosen.stream()
                .sorted(Comparator.comparingLong(layer -> -weight(layer, crossbar, spec)))
                .limit(fewer ? most : chosen.size())
                .toList();
        MethodPlan plan = plan(new Ground(network, layers, crossbar, positions), spec);
        return new MethodPlan(plan.footprint, plan.updatedParameters, fewer || plan.atMost);
    }

    /** Every cell of all analog layers rewritten once. */
    public static MethodPlan retraining(Network network, CrossbarSpec crossbar) {
        CalibrationSpec spec = CalibrationSpec.defaults().withMethod(Method.BACKPROP);
        return of(network, network.analogLayers(), crossbar, spec, Map.of());
    }

    /** Orders layers by what correcting them takes. */
    private static long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return switch (spec.method()) {
            case DRIFT_COMPENSATION -> Footprints.grid(layer, crossbar).count();
            case BACKPROP -> layer.weights();
            default -> AdapterParameters.count(List.of(layer), spec.rank(), true, true);
        };
    }

    private static MethodPlan plan(Ground ground, CalibrationSpec spec) {
        return switch (spec.method()) {
            case DORA, LORA, MAGNITUDE, BIAS, AFFINE -> adapters(
                    ground, spec, spec.method().hasRank() ? spec.rank() : 0, spec.hasMagnitude(), spec.hasBias());
            case BACKPROP_ADAPTERS -> adapters(ground, spec, spec.rank(), true, false);
            case ALLOCATED -> budgeted(ground, spec, 0, true);
            case SPARSE -> budgeted(ground, spec, longestIndex(ground.layers), false);
            case DRIFT_COMPENSATION -> tileScales(ground, spec);
            case BATCH_NORM -> {
                long statistics = BatchNormRecalibration.parameters(ground.network);
                yield sram(spec, statistics, 0, 0, false);
            }
            case BACKPROP -> rewriting(ground, spec);
        };
    }

    private static MethodPlan sram(CalibrationSpec spec, long parameters, long indexBits, long macs, boolean atMost) {
        Footprint footprint = new Footprint(spec.describe(), parameters, indexBits, 0, 0, 0, macs);
        return new MethodPlan(footprint, parameters, atMost);
    }

    private static MethodPlan adapters(Ground ground, CalibrationSpec spec, int rank, boolean magnitude, boolean bias) {
        boolean gain = spec.settings().layerGain() && SettingUse.LAYER_GAIN.matters(spec.method());
        long parameters = AdapterParameters.count(ground.layers, rank, magnitude, bias, gain);
        // a bias is added, not multiplied
        long macs = ground.macs(layer -> AdapterParameters.count(List.of(layer), rank, magnitude || gain, false));
        return sram(spec, parameters, 0, macs, false);
    }

    /** Scale and bias a column, and what the rest of the budget buys, spread as the weights are. */
    private static MethodPlan budgeted(Ground ground, CalibrationSpec spec, long bitsOfIndex, boolean atMost) {
        long budget = Budget.of(spec, ground.network);
        long weights = ground.layers.stream().mapToLong(AnalogLayer::weights).sum();
        long bought = Math.max(0, Math.min(budget - 2 * ground.columns(), weights));
        long macs = ground.macs(
                layer -> layer.cols() + Math.round((double) bought * layer.weights() / Math.max(1, weights)));
        return sram(spec, 2 * ground.columns() + bought, bought * bitsOfIndex, macs, atMost);
    }

    private static long longestIndex(List<AnalogLayer> layers) {
        return layers.stream()
                .mapToLong(layer -> Long.SIZE - Long.numberOfLeadingZeros(layer.weights() - 1))
                .max()
                .orElse(0);
    }

    private static MethodPlan tileScales(Ground ground, CalibrationSpec spec) {
        long scales = 0;
        for (AnalogLayer layer : ground.layers) {
            scales += Footprints.grid(layer, ground.crossbar).count();
        }
        // every tile's every output is multiplied
        long macs = ground.macs(layer -> {
            TileGrid grid = Footprints.grid(layer, ground.crossbar);
            return (long) grid.down() * layer.cols();
        });
        return sram(spec, scales, 0, macs, false);
    }

    private static MethodPlan rewriting(Ground ground, CalibrationSpec spec) {
        Footprint footprint = Footprints.ofRewriting(spec.describe(), ground.layers, ground.crossbar, 1);
        List<String> names = ground.layers.stream().map(AnalogLayer::name).toList();
        return new MethodPlan(
                footprint, BackPropagation.layout(ground.network, names).size(), false);
    }

    /** Updated parameters in per cent of the network's. */
    public double percent(Network network) {
        return 100.0 * updatedParameters / Math.max(1, network.parameters());
    }
}
