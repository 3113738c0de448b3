package org.driftscope.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A batch of 50 images on one core: ideal, with read noise, with ADCs of 6 bits, and with both. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class ReadoutBenchmark {
    private static final int IMAGES = 50;

    @Param("../shared/data/models/cifar10-resnet20-akamaster.onnx")
    public String model = "";

    @Param({"128", "256"})
    public int tile;

    private CompiledNetwork ideal;
    private CompiledNetwork noisy;
    private CompiledNetwork converted;
    private CompiledNetwork both;
    private INDArray images;

    @Setup
    public void prepare() {
        NativeThreads.useOneHere();
        Network network = OnnxReader.read(Path.of(model));
        ideal = CompiledNetwork.clean(network);
        noisy = ideal.withChanges(changes(network, 0.01, 0));
        converted = ideal.withChanges(changes(network, 0, 6));
        both = ideal.withChanges(changes(network, 0.01, 6));
        double[] drawn = RandomSource.of(1).gaussians(IMAGES * 3 * 32 * 32);
        float[] pixels = new float[drawn.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) drawn[i];
        }
        images = NativeArrays.of(pixels, IMAGES, 3, 32, 32);
    }

    private Map<String, LayerChange> changes(Network network, double readNoise, int adcBits) {
        CrossbarSpec spec = CrossbarSpec.defaults()
                .withTile(tile)
                .withCircuit(CircuitSpec.ideal().with(CircuitSettings.READ_NOISE, readNoise));
        LayerConverters converters =
                adcBits == 0 ? LayerConverters.ideal() : new LayerConverters(null, Converter.signMagnitude(adcBits, 8));
        Map<String, LayerChange> changes = new HashMap<>();
        network.weights().forEach((name, weights) -> {
            Crossbar crossbar = Crossbar.program(name, weights, spec, RandomSource.of(7));
            WeightMatrix seen = crossbar.effectiveWeights(crossbar.programmed());
            changes.put(
                    name,
                    LayerChange.weightsOnly(seen)
                            .read(crossbar.readout(seen, converters).orElseThrow()));
        });
        return changes;
    }

    @Benchmark
    public void ideal() {
        ideal.forward(images).close();
    }

    @Benchmark
    public void readNoise() {
        noisy.forward(images).close();
    }

    @Benchmark
    public void adc() {
        converted.forward(images).close();
    }

    @Benchmark
    public void adcAndReadNoise() {
        both.forward(images).close();
    }

    @TearDown
    public void close() {
        images.close();
        both.close();
        converted.close();
        noisy.close();
        ideal.close();
    }
}
