package org.driftscope.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Method.Trait;
import org.driftscope.network.Network;
import org.driftscope.support.ModelFormatException;
import org.driftscope.training.GradientGaps;
import org.jspecify.annotations.Nullable;

/** Which methods go back through the whole network, and what they lack on networks with operators without a gradient. */
public final class GradientNeed {
    private GradientNeed() {}

    /** The methods that need gradients, in the order of all methods. */
    public static List<Method> methods() {
        return Method.all().stream()
                .filter(method -> method.is(Trait.GRADIENTS))
                .toList();
    }

    /** A sentence for who opens a network with such operators, or null where it has none. */
    public static @Nullable String note(Network network) {
        GradientGaps gaps = GradientGaps.of(network);
        return gaps.isEmpty() ? null : network.name() + " " + uses(gaps) + " " + methodNames() + " cannot run on it.";
    }

    /**
     * Refuses a calibration that would find out only when it needs the gradients.
     *
     * @throws ModelFormatException naming the operators, and what to choose instead
     */
    public static void require(Network network, CalibrationSpec spec) {
        boolean fromFile = spec.settings().hasStatisticsFile() && !spec.method().needsImages();
        if (!spec.method().is(Trait.GRADIENTS) || fromFile) {
            return;
        }
        GradientGaps gaps = GradientGaps.of(network);
        if (!gaps.isEmpty()) {
            throw new ModelFormatException(
                    network.name() + " " + uses(gaps) + " " + spec.method().label()
                            + " needs them. Choose another method: DoRA and all that fit layer by layer do without.");
        }
    }

    private static String uses(GradientGaps gaps) {
        return "uses " + String.join(", ", gaps.operators()) + ", through which there are no gradients:";
    }

    private static String methodNames() {
        return methods().stream().map(Method::label).collect(Collectors.joining(", "));
    }
}
