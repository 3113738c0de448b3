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
import org.driftscope.network.CompiledNetwork;
import org.driftscope.network.LayerChange;
import org.driftscope.network.NativeThreads;
import org.driftscope.network.Network;
import org.driftscope.network.op.NativeArrays;
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
 * A forward pass over 1,000 CIFAR-sized images on the same number of cores: Driftscope, ONNX Runtime with as many batches
 * in flight, and ONNX Runtime with its own threads on one batch at a time.
 *
 * <p>ONNX Runtime 1.29 overflows its stack when the JVM's command line is long, so that the class path must not be on it:
 * run with {@code -Djmh.separateClasspathJAR=true}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class ForwardPassBenchmark {
    private static final int IMAGES = 1000;
    private static final int PIXELS = 3 * 32 * 32;

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
    private long memoryAtStart;

    @Setup
    public void prepare() throws Exception {
        Network read = OnnxReader.read(Path.of(model));
        network = CompiledNetwork.clean(read);
        changes = new HashMap<>();
        read.weights().forEach((name, weights) -> changes.put(name, LayerChange.weightsOnly(weights)));
        workers = NativeThreads.workers(threads, "driftscope");
        ortWorkers = Executors.newFixedThreadPool(threads);
        environment = OrtEnvironment.getEnvironment();
        single = session(1);
        threaded = session(threads);
        String input = single.getInputNames().iterator().next();
        for (int start = 0; start < IMAGES; start += batch) {
            float[] pixels = pixels(start);
            images.add(NativeArrays.of(pixels, batch, 3, 32, 32));
            feeds.add(Map.of(input, OnnxTensor.createTensor(environment, direct(pixels), shape())));
        }
        driftscope();
        memoryAtStart = Pointer.physicalBytes();
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
                "%nResident memory: %d MB after the first pass, %d MB at the end%n",
                memoryAtStart >> 20, Pointer.physicalBytes() >> 20);
        workers.shutdown();
        ortWorkers.shutdown();
    }

    private static void await(ExecutorService executor, List<Callable<Void>> tasks) throws Exception {
        for (Future<Void> result : executor.invokeAll(tasks)) {
            result.get();
        }
    }

    private OrtSession session(int intraOpThreads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(intraOpThreads);
        options.setInterOpNumThreads(1);
        return environment.createSession(model, options);
    }

    private float[] pixels(int seed) {
        double[] numbers = RandomSource.of(seed).gaussians(batch * PIXELS);
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
        return new long[] {batch, 3, 32, 32};
    }
}
