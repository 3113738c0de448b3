package org.driftscope.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * {@link ForwardPassBenchmark}'s three passes in turns in one process: medians of the ratios of neighbours, by the clock and
 * in processor time, so that what else the machine does meets both sides.
 */
public final class PairedForwardPass {
    private static final int WARM_UP = 3;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PairedForwardPass() {}

    /** @param args the model as {@link ForwardPassBenchmark} takes it, images of a batch, rounds, threads */
    public static void main(String[] args) throws Exception {
        ForwardPassBenchmark passes = new ForwardPassBenchmark();
        passes.model = args[0];
        passes.batch = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        passes.threads = Integer.parseInt(args[3]);
        passes.prepare();
        Pass[] ours = new Pass[rounds];
        Pass[] batches = new Pass[rounds];
        Pass[] threads = new Pass[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            Pass own = Pass.of(passes::driftscope);
            Pass parallel = Pass.of(passes::onnxRuntimeBatchesInParallel);
            Pass threaded = Pass.of(passes::onnxRuntimeOwnThreads);
            if (i >= 0) {
                ours[i] = own;
                batches[i] = parallel;
                threads[i] = threaded;
            }
        }
        passes.finish();
        print("batches in parallel", ours, batches);
        print("its own threads", ours, threads);
        System.exit(0);
    }

    /** Milliseconds of one pass over ten batches. */
    private record Pass(double clock, double processor) {
        static Pass of(Work work) throws Exception {
            long clock = System.nanoTime();
            long processor = SYSTEM.getProcessCpuTime();
            work.run();
            return new Pass(
                    (System.nanoTime() - clock) / 1e6, (SYSTEM.getProcessCpuTime() - processor) / 1e6);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static void print(String baseline, Pass[] ours, Pass[] theirs) {
        double[] clock = new double[ours.length];
        double[] processor = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            clock[i] = ours[i].clock / theirs[i].clock;
            processor[i] = ours[i].processor / theirs[i].processor;
        }
        System.out.printf(
                "%.0f ms to ONNX Runtime's %.0f with %s: %.2f by the clock, %.2f in processor time%n",
                median(Arrays.stream(ours).mapToDouble(Pass::clock).toArray()),
                median(Arrays.stream(theirs).mapToDouble(Pass::clock).toArray()),
                baseline,
                median(clock),
                median(processor));
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
