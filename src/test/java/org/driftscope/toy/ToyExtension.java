package org.driftscope.toy;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.crossbar.Mapping;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.circuit.CircuitEffect;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.device.ConductanceRange;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumn.Form;
import org.driftscope.support.extension.Extension;

/** One toy for each list of the program. */
public final class ToyExtension implements Extension {
    /** How many layers were fitted. */
    private static final TrialColumn COLUMN =
            new TrialColumn("toyLayers", "Toy layers", Form.COUNT, true, result -> result.layers()
                    .size());

    private static final MappingKind MAPPING = new MappingKind("toy-mirror", "Toy mirror", false, Mirror::new);

    /** Every cell loses a share of what it holds, more or less of it by its own number. */
    private static final CircuitEffect LEAK = new CircuitEffect(
            "toy leak",
            List.of(new CircuitSetting(
                    "toyLeak", "Toy leak", CircuitSetting.Kind.SHARE, 1, "%s toy leak", "What cells lose.", "")),
            (circuit, range, gUs, normal) ->
                    gUs * (1 - circuit.get(CircuitSettings.named("toyLeak")) * Math.min(1, Math.abs(normal))));

    /** A one-sided pair whose cells have changed places. */
    private record Mirror(ConductanceRange range) implements Mapping {
        @Override
        public double plusUs(double x) {
            return range.gMinUs() + Math.max(-x, 0) * range.spanUs();
        }

        @Override
        public double minusUs(double x) {
            return range.gMinUs() + Math.max(x, 0) * range.spanUs();
        }

        @Override
        public double weightPerUs() {
            return -1 / range.spanUs();
        }
    }

    @Override
    public List<?> entries(Class<?> kind) {
        return Stream.of(COLUMN, MAPPING, ToyMethod.METHOD, ToyMethod.STRENGTH, new ToyMethod(), ToyDrift.DEVICE, LEAK)
                .filter(kind::isInstance)
                .toList();
    }
}
