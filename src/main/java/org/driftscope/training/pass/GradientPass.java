package org.driftscope.training.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.load.FixedBatch;
import org.driftscope.network.load.KnownShapes;
import org.driftscope.support.ModelFormatException;
import org.driftscope.training.gradient.BatchMoments;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.Lowering;
import org.driftscope.training.gradient.op.DifferentiableOps;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs a network forwards and backwards over labelled images: loss and its gradient with respect to chosen constants and
 * to the images.
 *
 * <p>Parameters are given with each call, so that the same pass serves every step of a training. Thread-safe; each thread keeps one workspace of arrays, freed with the thread's workspaces.
 */
public final class GradientPass {
    private static final String WORKSPACE = "DRIFTSCOPE_GRADIENT_PASS";
    private static final WorkspaceConfiguration CONFIGURATION = WorkspaceConfiguration.builder()
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.EXTERNAL)
            .overallocationLimit(0.1)
            .build();

    private final Network network;
    private final ParameterLayout layout;
    private final BatchNormMode mode;
    private final double smoothing;
    private final boolean computesShapes;
    private final int fixedBatch;
    private @Nullable Program program;

    /**
     * What runs.
     *
     * @param nodes operators that have gradients
     * @param constants of the network, and those that its nodes were rewritten with
     * @param parameters names of the constants that are given with each call
     * @param needed names of values that depend on a parameter, and of the parameters
     */
    private record Program(
            List<Node> nodes, Map<String, Tensor> constants, Set<String> parameters, Set<String> needed) {
        /** Names of values that depend on a parameter, without the parameters. */
        Set<String> computed() {
            Set<String> computed = new HashSet<>(needed);
            computed.removeAll(parameters);
            return computed;
        }
    }

    /**
     * @param layout the constants whose gradients are wanted
     * @param mode how batch norm behaves
     * @param smoothing label smoothing, 0 for none
     * @throws ModelFormatException if an operator of the network has no gradient here
     */
    public GradientPass(Network network, ParameterLayout layout, BatchNormMode mode, double smoothing) {
        DifferentiableOps.requireAll(network);
        this.network = network;
        this.layout = layout;
        this.mode = mode;
        this.smoothing = smoothing;
        this.computesShapes =
                network.nodes().stream().anyMatch(node -> node.op().equals("Shape"));
        this.fixedBatch = FixedBatch.of(network);
    }

    /** The constants whose gradients are given, and their order. */
    public ParameterLayout layout() {
        return layout;
    }

    /** The only number of images that the network runs with at once; 0 if any will do. */
    public int fixedBatch() {
        return fixedBatch;
    }

    /** Whether an image's gradient depends on what else is in its batch. */
    boolean mixesImages() {
        return mode != BatchNormMode.FROZEN;
    }

    /**
     * Loss and gradients of one batch.
     *
     * @param parameters values of the constants in the layout's order; not modified
     */
    public Gradients run(float[] parameters, LabelledBatch batch) {
        return run(parameters, batch, false);
    }

    /**
     * As {@link #run(float[], LabelledBatch)}, with the gradient with respect to the images where it is asked for.
     *
     * @param inputGradient whether to give {@link Gradients#input()}
     */
    public Gradients run(float[] parameters, LabelledBatch batch, boolean inputGradient) {
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, WORKSPACE)) {
            Program ready = program(batch);
            Tape tape = forward(parameters, batch, inputGradient ? everyValue(ready) : ready.needed());
            INDArray output = tape.value(outputName());
            CrossEntropy.Result loss = CrossEntropy.of(FloatArrays.copyOf(output), batch.labels(), smoothing);
            tape.backward(outputName(), FloatArrays.of(loss.gradient(), output.shape()));
            float[] gradient = new float[layout.size()];
            for (ParameterLayout.Entry entry : layout.entries()) {
                tape.copyGradient(entry.name(), gradient, entry.offset());
            }
            float[] ofInput = new float[inputGradient ? batch.images().length : 0];
            if (inputGradient) {
                tape.copyGradient(inputName(), ofInput, 0);
            }
            return new Gradients(batch.count(), loss.mean(), loss.correct(), gradient, ofInput, tape.moments());
        }
    }

    /** Names classes for the images of a batch after it ran forwards. */
    @FunctionalInterface
    public interface Labelling {
        /** @param scores row-major [images, classes] */
        int[] labels(float[] scores);
    }

    /**
     * Goes back from {@code -log p} of each image by itself, showing the gradient of every computed value that depends on
     * a parameter; one row of it belongs to one image.
     *
     * @param constants from {@link #constants}; not modified, so that threads may share them
     * @param tap the value's name and its gradient, valid only during the call
     */
    public void tap(
            Map<String, INDArray> constants,
            LabelledBatch batch,
            Labelling labelling,
            BiConsumer<String, INDArray> tap) {
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, WORKSPACE)) {
            Program ready = program(batch);
            Tape tape = forward(ready, new HashMap<>(constants), batch, ready.computed());
            INDArray output = tape.value(outputName());
            float[] scores = FloatArrays.copyOf(output);
            CrossEntropy.Result loss = CrossEntropy.of(scores, labelling.labels(scores), 0);
            float[] gradient = loss.gradient().clone();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= batch.count();
            }
            tape.backward(outputName(), FloatArrays.of(gradient, output.shape()), tap);
        }
    }

    /**
     * The network's constants, the parameters as they are in it among them. The caller closes them, and may not be within
     * a workspace.
     *
     * @param batch like those that will run
     */
    public Map<String, INDArray> constants(LabelledBatch batch) {
        Map<String, INDArray> arrays = new HashMap<>();
        program(batch).constants().forEach((name, tensor) -> {
            if (tensor.type() == Tensor.Type.FLOAT) {
                arrays.put(name, FloatArrays.of(tensor.floats(), tensor.shape()));
            }
        });
        return arrays;
    }

    /** What each batch norm sees when a batch runs forwards. */
    public Map<String, BatchMoments> moments(float[] parameters, LabelledBatch batch) {
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, WORKSPACE)) {
            return Map.copyOf(
                    forward(parameters, batch, program(batch).needed()).moments());
        }
    }

    /** Shapes that the network computes are known once images are. */
    private synchronized Program program(LabelledBatch batch) {
        Program ready = program;
        if (ready == null) {
            Network known = computesShapes ? KnownShapes.pruned(network, batch.batchShape()) : network;
            DifferentiableOps.requireAll(known);
            Lowering.Lowered lowered = Lowering.of(known);
            Map<String, Tensor> constants = new HashMap<>(known.constants());
            constants.putAll(lowered.constants());
            Set<String> parameters =
                    layout.entries().stream().map(ParameterLayout.Entry::name).collect(Collectors.toSet());
            ready = new Program(lowered.nodes(), constants, parameters, dependents(lowered.nodes(), layout));
            program = ready;
        }
        return ready;
    }

    /** @param wanted names of values whose gradients are needed */
    private Tape forward(float[] parameters, LabelledBatch batch, Set<String> wanted) {
        Program ready = program(batch);
        Map<String, INDArray> values = new HashMap<>();
        ready.constants().forEach((name, tensor) -> {
            if (tensor.type() == Tensor.Type.FLOAT && !ready.parameters().contains(name)) {
                values.put(name, FloatArrays.of(tensor.floats(), tensor.shape()));
            }
        });
        for (ParameterLayout.Entry entry : layout.entries()) {
            values.put(entry.name(), FloatArrays.of(parameters, entry.offset(), entry.length(), entry.shape()));
        }
        return forward(ready, values, batch, wanted);
    }

    /** @param values constants and parameters by name; computed values are added */
    private Tape forward(Program ready, Map<String, INDArray> values, LabelledBatch batch, Set<String> wanted) {
        values.put(inputName(), FloatArrays.of(batch.images(), batch.batchShape()));
        Tape tape = new Tape(values, ready.constants(), network.opset(), wanted, mode);
        ready.nodes().forEach(tape::run);
        return tape;
    }

    private Set<String> everyValue(Program ready) {
        Set<String> all = new HashSet<>(ready.needed());
        all.add(inputName());
        ready.nodes().forEach(node -> all.addAll(node.outputs()));
        return all;
    }

    /** The parameters and every value that depends on one. */
    private static Set<String> dependents(List<Node> nodes, ParameterLayout layout) {
        Set<String> found = new HashSet<>();
        layout.entries().forEach(entry -> found.add(entry.name()));
        for (Node node : nodes) {
            if (node.inputs().stream().anyMatch(found::contains)) {
                found.addAll(node.outputs());
            }
        }
        return found;
    }

    private String inputName() {
        return network.inputs().get(0).name();
    }

    private String outputName() {
        return network.outputs().get(0).name();
    }
}
