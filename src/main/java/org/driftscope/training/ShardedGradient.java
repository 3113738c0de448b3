package org.driftscope.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Workers;
import org.driftscope.training.gradient.BatchMoments;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Cuts batches into equal shards, one a thread, and adds their gradients in a fixed order. */
final class ShardedGradient implements AutoCloseable {
    private final GradientPass pass;
    private final int shards;
    private final Workers workers;

    ShardedGradient(GradientPass pass, int shards) {
        this.pass = pass;
        this.shards = shards;
        this.workers = new Workers("training", shards);
        // ND4J fails to start when several threads touch its parts first, so start it here
        Nd4j.getExecutioner();
    }

    /** The mean over the shards; the number of images must be at least that of shards. */
    Gradients run(float[] parameters, LabelledBatch batch, CancelToken cancel) {
        List<Callable<Gradients>> tasks = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            int from = s * batch.count() / shards;
            int to = (s + 1) * batch.count() / shards;
            tasks.add(() -> {
                // parallel shards gain more than parallel operations, and results stay the same on every run
                NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
                return pass.run(parameters, batch.part(from, to));
            });
        }
        return mean(workers.runAll(tasks, cancel), batch.count());
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
        workers.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
