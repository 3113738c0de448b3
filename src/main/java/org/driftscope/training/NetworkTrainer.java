package org.driftscope.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.pass.BatchSource;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.Gradients;
import org.driftscope.training.pass.ParameterLayout;
import org.driftscope.training.pass.ShardedGradient;

/** Trains constants of a network on labelled images with cross-entropy. */
public final class NetworkTrainer {
    private static final double LOSS_MEMORY = 0.97;

    private final TrainingPlan plan;

    public NetworkTrainer(TrainingPlan plan) {
        this.plan = plan;
    }

    /**
     * Runs the plan.
     *
     * @param start the network to begin with; not modified
     * @param layout what is trained
     * @param optimizer fresh, for this layout
     * @return a network with the trained constants and, in training mode, the running statistics seen
     */
    public Network train(
            Network start,
            ParameterLayout layout,
            Optimizer optimizer,
            BatchSource batches,
            Progress progress,
            CancelToken cancel) {
        GradientPass pass = new GradientPass(start, layout, plan.batchNorm(), plan.smoothing());
        float[] values = layout.read(start);
        RunningStatistics statistics = new RunningStatistics();
        double loss = Double.NaN;
        try (ShardedGradient sharded = new ShardedGradient(pass, plan.shards())) {
            for (int step = 0; step < plan.steps(); step++) {
                cancel.throwIfCancelled();
                Gradients gradients = sharded.run(values, batches.batch(step));
                optimizer.stepInPlace(
                        values, gradients.parameters(), plan.learningRate().at(step, plan.steps()));
                statistics.observe(gradients.moments());
                loss = Double.isNaN(loss)
                        ? gradients.loss()
                        : LOSS_MEMORY * loss + (1 - LOSS_MEMORY) * gradients.loss();
                progress.report(String.format(Locale.ROOT, "Training, loss %.3f", loss), step + 1, plan.steps());
            }
        }
        return withConstants(start, layout, values, statistics);
    }

    private static Network withConstants(
            Network start, ParameterLayout layout, float[] values, RunningStatistics statistics) {
        Map<String, Tensor> constants = new HashMap<>(start.constants());
        for (ParameterLayout.Entry entry : layout.entries()) {
            float[] own = Arrays.copyOfRange(values, entry.offset(), entry.offset() + entry.length());
            constants.put(entry.name(), Tensor.floats(own, entry.shape()));
        }
        statistics.putInto(constants, start);
        return start.withConstants(constants);
    }
}
