package org.driftscope.training.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.training.gradient.BatchMoments;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Cuts batches into equal shards, as many as there are threads, and adds their gradients in a fixed order.
 *
 * <p>Where images do not look at one another there are more and smaller shards, so that memory holds the activations of
 * 25 images a thread instead of a whole batch's.
 */
public final class ShardedGradient implements AutoCloseable {
    private static final int MOST_IMAGES = 25;

    private final GradientPass pass;
    private final int threads;
    private final ExecutorService workers;

    public ShardedGradient(GradientPass pass, int threads) {
        this.pass = pass;
        this.threads = threads;
        // ND4J fails to start when several threads touch its parts first, so start it here
        Nd4j.getExecutioner();
        this.workers = Executors.newFixedThreadPool(threads, ShardedGradient::worker);
    }

    /** A thread whose kernels stay on it, and which frees its workspaces when it ends. */
    private static Thread worker(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    NativeThreads.useOneHere();
                    try {
                        work.run();
                    } finally {
                        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
                    }
                },
                "training");
        thread.setDaemon(true);
        return thread;
    }

    /** The mean over the shards; the number of images must be at least that of threads. */
    public Gradients run(float[] parameters, LabelledBatch batch) {
        if (pass.fixedBatch() > 0) {
            return runFixed(parameters, batch, pass.fixedBatch());
        }
        int shards = pass.mixesImages() ? threads : Math.max(threads, shardsOfFew(batch.count()));
        List<Callable<Gradients>> tasks = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            int from = s * batch.count() / shards;
            int to = (s + 1) * batch.count() / shards;
            tasks.add(() -> pass.run(parameters, batch.part(from, to)));
        }
        return mean(results(tasks), batch.count());
    }

    /** Shards of the only size that the network takes; the last goes on with the first images where it is not full. */
    private Gradients runFixed(float[] parameters, LabelledBatch batch, int size) {
        List<Callable<Gradients>> tasks = new ArrayList<>();
        for (int from = 0; from < batch.count(); from += size) {
            LabelledBatch shard = batch.wrapped(from, size);
            tasks.add(() -> pass.run(parameters, shard));
        }
        return mean(results(tasks), tasks.size() * size);
    }

    private static int shardsOfFew(int images) {
        return (images + MOST_IMAGES - 1) / MOST_IMAGES;
    }

    private List<Gradients> results(List<Callable<Gradients>> tasks) {
        try {
            List<Gradients> results = new ArrayList<>();
            for (Future<Gradients> future : workers.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Gradients mean(List<Gradients> parts, int images) {
        float[] sum = new float[parts.get(0).parameters().length];
        Map<String, BatchMoments> moments = new HashMap<>();
        double loss = 0;
        int correct = 0;
        for (Gradients part : parts) {
            float share = (float) part.images() / images;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share * part.parameters()[i];
            }
            part.moments().forEach((node, seen) -> moments.merge(node, seen.scaled(share), BatchMoments::plus));
            loss += share * part.loss();
            correct += part.correct();
        }
        return new Gradients(images, loss, correct, sum, new float[0], moments);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
