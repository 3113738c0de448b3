package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.load.FixedBatch;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Value;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network made ready to run with given weights: batch norm folded into the convolution before it, weights laid out as
 * the kernels want them. Thread-safe: several threads may run forward passes at once. Kernels run on the calling thread
 * alone if it comes from {@link NativeThreads}.
 */
public final class CompiledNetwork implements AutoCloseable {
    private final Plan plan;
    private final LayerProduct[] weights;
    private final List<LayerProduct> own = new ArrayList<>();
    private boolean closed;

    private CompiledNetwork(Plan plan, Map<String, LayerChange> changes) {
        this.plan = plan;
        this.weights = new LayerProduct[plan.layers().size()];
        changes.keySet().forEach(name -> plan.network().analogLayer(name));
        for (int i = 0; i < weights.length; i++) {
            BoundLayer bound = plan.layers().get(i);
            LayerChange change = changes.get(bound.layer().name());
            weights[i] = change == null ? plan.cleanWeights(i) : bound.prepare(change);
            if (change != null) {
                own.add(weights[i]);
            }
        }
    }

    /** The network with its own weights. */
    public static CompiledNetwork clean(Network network) {
        return with(network, Map.of());
    }

    /**
     * The network with some layers changed. Where a compiled one exists, {@link #withChanges} is cheaper.
     *
     * @param changes by analog layer's name; layers not named keep their own weights
     */
    public static CompiledNetwork with(Network network, Map<String, LayerChange> changes) {
        return new CompiledNetwork(PlanBuilder.build(network), changes);
    }

    /**
     * The same network with these changes instead of any that this one has; takes a few milliseconds, as everything
     * but the changed weights is shared. Either may be closed first.
     *
     * @param changes by analog layer's name; layers not named have the network's own weights
     */
    public CompiledNetwork withChanges(Map<String, LayerChange> changes) {
        return new CompiledNetwork(plan.retain(), changes);
    }

    public Network network() {
        return plan.network();
    }

    /** The only batch size the network runs with; 0 if any will do. */
    public int fixedBatch() {
        return plan.fixedBatch();
    }

    /** The axis of what enters a layer that is the batch, or below 0 where that cannot be shown. */
    public int batchAxis(AnalogLayer layer) {
        return FixedBatch.axis(network(), layer.inputValue());
    }

    /**
     * Class scores of a batch.
     *
     * @param images NCHW float32, not modified
     * @return new array [batch, classes], the caller closes it
     * @throws org.driftscope.support.IncompatibleShapeException if the images do not fit
     */
    public INDArray forward(INDArray images) {
        return forward(images, new CancelToken());
    }

    /**
     * As {@link #forward(INDArray)}, but stops between two steps where it is cancelled.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public INDArray forward(INDArray images, CancelToken cancel) {
        return forward(images, null, ImageNumbers.inOrder(), cancel);
    }

    /** As {@link #forward(INDArray)}, showing what enters each analog layer to the tap. */
    public INDArray forward(INDArray images, FeatureTap tap) {
        return forward(images, tap, ImageNumbers.inOrder(), new CancelToken());
    }

    /** The places where the pass can be interrupted, in order. */
    public List<Cut> cuts() {
        return plan.cuts();
    }

    /**
     * The last cut before any of the layers runs, so that what reaches it does not depend on their weights.
     *
     * @param changedLayers names of analog layers
     * @return null if there is none, as when the first layer is among them
     */
    public @Nullable Cut lastCutBefore(Set<String> changedLayers) {
        Cut best = null;
        int first = firstStepOf(changedLayers);
        for (Cut cut : plan.cuts()) {
            best = cut.step() < first ? cut : best;
        }
        return best;
    }

    /**
     * The value at a cut, for {@link #forwardFrom}.
     *
     * @param images NCHW float32, not modified
     * @param numbers which images these are
     * @param cancel looked at before each step
     * @return new array, shaped NCHW with strides of the kernels' choice; the caller closes it
     */
    public INDArray forwardTo(Cut cut, INDArray images, ImageNumbers numbers, CancelToken cancel) {
        try (Frame frame = new Frame(plan, weights, null, numbers, cancel)) {
            feedImages(frame, images);
            frame.run(0, cut.step());
            return frame.releaseAsItLies(cut.slot());
        }
    }

    /**
     * Class scores from the value at a cut.
     *
     * @param value what {@link #forwardTo} gave, with this network or another weighting of it; not modified
     * @param numbers which images it came from
     * @param cancel looked at before each step
     * @return new array [batch, classes], the caller closes it
     */
    public INDArray forwardFrom(Cut cut, INDArray value, ImageNumbers numbers, CancelToken cancel) {
        try (Frame frame = new Frame(plan, weights, null, numbers, cancel)) {
            INDArray last = value.rank() == 4 ? value.permute(0, 2, 3, 1) : value;
            boolean channelsLast = value.rank() == 4 && !NativeArrays.isDense(value) && NativeArrays.isDense(last);
            if (channelsLast) {
                frame.feed(cut.slot(), new Value.Native(last, true));
            } else {
                feed(frame, cut.slot(), value);
            }
            frame.run(cut.step() + 1, plan.steps().size() - 1);
            return rows(frame.release(outputSlot()));
        }
    }

    /**
     * All outputs for given inputs of any type, by name.
     *
     * @param inputs one tensor for each of the network's inputs
     */
    public Map<String, Tensor> evaluate(Map<String, Tensor> inputs) {
        try (Frame frame = new Frame(plan, weights, null, ImageNumbers.inOrder(), new CancelToken())) {
            inputs.forEach((name, tensor) -> frame.feed(plan.slot(name), Value.of(tensor)));
            frame.run(0, plan.steps().size() - 1);
            Map<String, Tensor> outputs = new LinkedHashMap<>();
            for (ValueShape output : network().outputs()) {
                outputs.put(output.name(), frame.value(plan.slot(output.name())).tensor());
            }
            return outputs;
        }
    }

    /** All of it: with a tap, or null for none, of images of a set, until it is cancelled. */
    public INDArray forward(INDArray images, @Nullable FeatureTap tap, ImageNumbers numbers, CancelToken cancel) {
        try (Frame frame = new Frame(plan, weights, tap, numbers, cancel)) {
            feedImages(frame, images);
            frame.run(0, plan.steps().size() - 1);
            return rows(frame.release(outputSlot()));
        }
    }

    /** A row of scores an image, also where a network of a fixed batch gives them without that axis. */
    private INDArray rows(INDArray scores) {
        long images = fixedBatch();
        if (images == 0 || (scores.rank() > 1 && scores.size(0) == images)) {
            return scores;
        }
        try (scores) {
            return scores.reshape('c', images, scores.length() / images).dup('c');
        }
    }

    private void feedImages(Frame frame, INDArray images) {
        plan.requireFit(images.shape());
        feed(frame, plan.slot(network().inputs().get(0).name()), images);
    }

    private static void feed(Frame frame, int slot, INDArray array) {
        INDArray contiguous = NativeArrays.contiguous(array);
        if (contiguous == array) {
            frame.feed(slot, Value.of(array));
        } else {
            frame.feedOwned(slot, contiguous);
        }
    }

    private int outputSlot() {
        return plan.slot(network().outputs().get(0).name());
    }

    private int firstStepOf(Set<String> layerNames) {
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            if (step.isAnalog()
                    && layerNames.contains(
                            plan.layers().get(step.layer()).layer().name())) {
                return i;
            }
        }
        return plan.steps().size();
    }

    /** Frees the weights; no forward pass may be running. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        own.forEach(LayerProduct::close);
        plan.release();
    }
}
