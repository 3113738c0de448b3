package org.driftscope.io.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.io.safetensors.PeftFolder;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChangedNetwork;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.support.CancelToken;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;

/** A drifted or calibrated network as an ONNX file, for programs that know nothing of chips. */
public final class NetworkExport {
    /** How adapters are written. */
    public enum Form {
        /** Into the weights of their layers. */
        FOLDED,
        /** As nodes of their own beside them. */
        NODES,
        /** As a folder for PEFT, beside the drifted network. */
        PEFT
    }

    /** In a folder for PEFT: what its adapters stand beside. */
    private static final String DRIFTED = "drifted.onnx";

    private NetworkExport() {}

    /**
     * Writes the network as the chip runs it, wholly or not at all.
     *
     * @param adapters saved ones; null for the chip alone
     * @param file of a folder for PEFT the folder
     * @param form how adapters are written
     * @return what the file leaves out or has in another form, a sentence each
     * @throws ModelFormatException if the network has operators that its opset lacks, or the adapters are not for this chip
     * @throws org.driftscope.support.DriftscopeException if the file cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static List<String> write(
            Path file,
            Network network,
            LayerChoice layers,
            ChipSpec spec,
            @Nullable Path adapters,
            Form form,
            Progress progress,
            CancelToken cancel) {
        List<String> notes = new ArrayList<>();
        Map<String, LayerChange> changes;
        if (adapters == null) {
            changes = chip(network, layers, spec, progress, cancel).changes();
            OnnxWriter.write(ChangedNetwork.of(network, changes), file);
        } else {
            SavedAdapters.Applied applied = SavedAdapters.apply(
                    adapters, network, spec, layers, asked -> chip(network, layers, asked, progress, cancel));
            changes = applied.changes();
            if (form == Form.PEFT) {
                peft(file, network, applied);
                return leftOut(changes);
            }
            OnnxWriter.write(
                    form == Form.FOLDED ? ChangedNetwork.of(network, changes) : withNodes(network, applied, notes),
                    file);
        }
        notes.addAll(leftOut(changes));
        return notes;
    }

    /** What a file of weights cannot say of how crossbars are read, a sentence each. */
    public static List<String> leftOut(Map<String, LayerChange> changes) {
        return changes.values().stream().anyMatch(change -> change.readout() != null)
                ? List.of("Read noise and converters are not in the file: it has the weights that the outputs see.")
                : List.of();
    }

    /** Refused before anything is written. */
    private static void peft(Path folder, Network network, SavedAdapters.Applied applied) {
        PeftFolder.write(folder, network, applied.adapters(), DRIFTED);
        OnnxWriter.write(ChangedNetwork.of(network, applied.chip().changes()), folder.resolve(DRIFTED));
    }

    private static Network withNodes(Network network, SavedAdapters.Applied applied, List<String> notes) {
        Map<String, LayerChange> changes = new LinkedHashMap<>(applied.chip().changes());
        Map<String, LowRankAdapter> beside = new LinkedHashMap<>();
        List<String> folded = new ArrayList<>();
        applied.adapters().forEach((name, adapter) -> {
            AnalogLayer layer = network.analogLayer(name);
            Node node = network.nodes().get(layer.nodeIndex());
            if (adapter instanceof LowRankAdapter lowRank && AdapterNodes.canStandBeside(layer, node, lowRank)) {
                beside.put(name, lowRank);
            } else {
                changes.put(name, Objects.requireNonNull(applied.changes().get(name)));
                folded.add(name);
            }
        });
        if (!folded.isEmpty()) {
            notes.add("Folded into the weights, since they are not one low-rank pair: " + String.join(", ", folded)
                    + ".");
        }
        return AdapterNodes.add(ChangedNetwork.of(network, changes), beside, applied.changes());
    }

    private static Chip chip(
            Network network, LayerChoice layers, ChipSpec chip, Progress progress, CancelToken cancel) {
        List<String> chosen = chip.onCrossbars(layers.in(network), network);
        Map<String, Chip.Layer> made = new LinkedHashMap<>();
        for (String layer : chosen) {
            cancel.throwIfCancelled();
            ChipSpec spec = chip.ofLayer(layer, network);
            Crossbar crossbar = Crossbar.program(
                    layer,
                    network.weights(network.analogLayer(layer)),
                    spec.crossbar(),
                    spec.drift(),
                    RandomSource.of(spec.seed()));
            made.put(layer, Chip.Layer.of(crossbar, crossbar.drift(spec.drift(), spec.secondsSinceProgramming())));
            progress.report("Making the chip", made.size(), chosen.size());
        }
        return new Chip(made);
    }
}
