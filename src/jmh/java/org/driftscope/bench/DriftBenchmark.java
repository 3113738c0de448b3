package org.driftscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.RelativeGaussianDrift;
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

/** Drift of all layers of a ResNet-20 and their effective weights, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DriftBenchmark {
    @Param({"one-sided", "offset-column"})
    public String mapping = "";

    private final List<Crossbar> crossbars = new ArrayList<>();

    @Setup
    public void program() {
        CrossbarSpec spec = CrossbarSpec.defaults().withMapping(MappingKind.of(mapping)).withRange(new ConductanceRange(10, 100));
        List<WeightMatrix> layers = ResNet20Layers.weights("clean");
        for (int i = 0; i < layers.size(); i++) {
            crossbars.add(Crossbar.program("layer" + i, layers.get(i), spec, RandomSource.of(1)));
        }
    }

    @Benchmark
    public List<WeightMatrix> driftAndRebuild() {
        RelativeGaussianDrift drift = new RelativeGaussianDrift(0.2);
        return crossbars.stream()
                .map(crossbar -> crossbar.effectiveWeights(crossbar.drift(drift, 0)))
                .toList();
    }
}
