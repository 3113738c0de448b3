package org.driftscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.support.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of the age, on one thread: the cells of a chip at another time, and the weights that they amount to; of a layer of 512 x
 * 512 weights, and of all layers of a ResNet-20.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AgeingBenchmark {
    private static final int SIDE = 512;
    private static final double OLDER = 1.5;
    private static final double HOUR = 3600;
    private static final double TEN_YEARS = 3.2e8;

    @Param({"cmo", "power-law", "wan2022", "pcm", "pyrram", "hermes-1", "hermes-2"})
    public String device = "";

    private final List<Crossbar> resnet20 = new ArrayList<>();
    private Crossbar large;
    private DeviceKind kind;
    private double seconds = HOUR;

    @Setup
    public void program() {
        kind = DeviceKinds.named(device);
        CrossbarSpec spec = CrossbarSpec.defaults().withRange(kind.usualRange());
        double[] drawn = RandomSource.of(2).gaussians(SIDE * SIDE);
        float[] weights = new float[drawn.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) drawn[i];
        }
        large = Crossbar.program("large", new WeightMatrix(SIDE, SIDE, weights), spec, RandomSource.of(1));
        List<WeightMatrix> layers = ResNet20Layers.weights("clean");
        for (int i = 0; i < layers.size(); i++) {
            resnet20.add(Crossbar.program("layer" + i, layers.get(i), spec, RandomSource.of(1)));
        }
    }

    private double nextAge() {
        seconds = seconds * OLDER > TEN_YEARS ? HOUR : seconds * OLDER;
        return seconds;
    }

    @Benchmark
    public WeightMatrix layerOf512() {
        return large.effectiveWeights(large.drift(kind.model(), nextAge()));
    }

    @Benchmark
    public List<WeightMatrix> allOfResNet20() {
        double age = nextAge();
        return resnet20.stream()
                .map(crossbar -> crossbar.effectiveWeights(crossbar.drift(kind.model(), age)))
                .toList();
    }
}
