package org.driftscope.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.LayerChange;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.network.Network;
import org.driftscope.network.op.array.NativeArrays;
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

/**
 * A forward pass over ten batches on the same number of cores: Driftscope, ONNX Runtime with as many batches in flight,
 * and ONNX Runtime with its own threads on one batch at a time. The model is a file, or {@code bottlenecks} for
 * convolutions of ResNet-50's shapes on images of 224 x 224, {@code normalised} for LayerNormalization and Gelu in pieces,
 * or {@code vit} for a vision transformer (all with {@code -p batch=8}).
 *
 * <p>ONNX Runtime 1.29 overflows its stack when the JVM's command line is long, so that the class path must not be on it:
 * run with {@code -Djmh.separateClasspathJAR=true}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class ForwardPassBenchmark {
    private static final int BATCHES = 10;
    private static final String BOTTLENECKS = "bottlenecks";
    private static final String NORMALISED = "normalised";
    private static final String VIT = "vit";

    @Param("../shared/data/models/cifar10-resnet20-akamaster.onnx")
    public String model = "";

    @Param("2")
    public int threads;

    @Param("100")
    public int batch;

    private CompiledNetwork network;
    private Map<String, LayerChange> changes;
    private final List<INDArray> images = new ArrayList<>();
    private ExecutorService workers;
    private OrtEnvironment environment;
    private OrtSession single;
    private OrtSession threaded;
    private final List<Map<String, OnnxTensor>> feeds = new ArrayList<>();
    private ExecutorService ortWorkers;
    private long size;
    private long memoryAtStart;

    @Setup
    public void prepare() throws Exception {
        Path file =
                switch (model) {
                    case BOTTLENECKS -> BottleneckNetwork.write();
                    case NORMALISED -> NormalisedNetwork.write();
                    case VIT -> VisionTransformer.write();
                    default -> Path.of(model);
                };
        Network read = OnnxReader.read(file);
        size = read.inputs().get(0).dims().get(2);
        network = CompiledNetwork.clean(read);
        changes = new HashMap<>();
        read.weights().forEach((name, weights) -> changes.put(name, LayerChange.weightsOnly(weights)));
        workers = NativeThreads.workers(threads, "driftscope");
        ortWorkers = Executors.newFixedThreadPool(threads);
        environment = OrtEnvironment.getEnvironment();
        single = session(file, 1);
        threaded = session(file, threads);
        String input = single.getInputNames().iterator().next();
        for (int i = 0; i < BATCHES; i++) {
            float[] pixels = pixels(i);
            images.add(NativeArrays.of(pixels, shape()));
            feeds.add(Map.of(input, OnnxTensor.createTensor(environment, direct(pixels), shape())));
        }
        driftscope();
        memoryAtStart = nativeBytes();
    }

    @Benchmark
    public void driftscope() throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (INDArray part : images) {
            tasks.add(() -> {
                network.forward(part).close();
                return null;
            });
        }
        await(workers, tasks);
    }

    @Benchmark
    public void onnxRuntimeBatchesInParallel() throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Map<String, OnnxTensor> feed : feeds) {
            tasks.add(() -> {
                single.run(feed).close();
                return null;
            });
        }
        await(ortWorkers, tasks);
    }

    @Benchmark
    public void onnxRuntimeOwnThreads() throws OrtException {
        for (Map<String, OnnxTensor> feed : feeds) {
            threaded.run(feed).close();
        }
    }

    /** Effective weights of every layer laid out anew, as after a drift. */
    @Benchmark
    public void rebuildAllLayers() {
        network.withChanges(changes).close();
    }

    @TearDown
    public void finish() {
        System.out.printf(
                "%nNative memory: %d MB after the first pass, %d MB at the end%n",
                memoryAtStart >> 20, nativeBytes() >> 20);
        workers.shutdown();
        ortWorkers.shutdown();
    }

    /** Resident memory without Java's heap, which is resident as a whole from the start. */
    private static long nativeBytes() {
        return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
    }

    private static void await(ExecutorService executor, List<Callable<Void>> tasks) throws Exception {
        for (Future<Void> result : executor.invokeAll(tasks)) {
            result.get();
        }
    }

    private OrtSession session(Path file, int intraOpThreads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(intraOpThreads);
        options.setInterOpNumThreads(1);
        return environment.createSession(file.toString(), options);
    }

    private float[] pixels(int seed) {
        double[] numbers = RandomSource.of(seed).gaussians((int) (batch * 3 * size * size));
        float[] pixels = new float[numbers.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) numbers[i];
        }
        return pixels;
    }

    private static FloatBuffer direct(float[] pixels) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(pixels.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return buffer.put(pixels).rewind();
    }

    private long[] shape() {
        return new long[] {batch, 3, size, size};
    }
}
