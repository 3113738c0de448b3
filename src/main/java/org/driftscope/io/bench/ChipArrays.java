package org.driftscope.io.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.ConductanceArray;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.network.Network;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;

/**
 * A chip as arrays for NumPy: of each layer its weights, and what its cells were asked for, were written to and hold now.
 * Layers are made and written one after the other, so that memory holds one.
 *
 * <p>Names are {@code LAYER/ARRAY}. Conductances are in µS, [rows, cols], {@code _plus} for cells that add and
 * {@code _minus} for those that subtract (one column a tile with an offset column): {@code target}, {@code programmed},
 * {@code drifted}, {@code seen} (what outputs see, where wires take voltage), {@code stuck} (truth values, where cells can be
 * stuck), each also {@code _slice2} and so on for less significant bit slices; {@code weights} as trained and {@code effective} as they now are. {@code chip.json} says what made them.
 */
public final class ChipArrays {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NpzWriter out;
    private final Set<String> names = new HashSet<>();

    private ChipArrays(NpzWriter out) {
        this.out = out;
    }

    /**
     * Writes a chip, whole or not at all.
     *
     * @param chosen layers on the chip
     *
     * @throws org.driftscope.support.DriftscopeException if the file cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static void write(
            Path file, Network network, LayerChoice chosen, ChipSpec spec, Progress progress, CancelToken cancel) {
        AtomicFiles.write(
                file,
                target ->
                        write(target, network, spec.onCrossbars(chosen.in(network), network), spec, progress, cancel));
    }

    private static void write(
            OutputStream target,
            Network network,
            List<String> chosen,
            ChipSpec spec,
            Progress progress,
            CancelToken cancel)
            throws IOException {
        NpzWriter npz = new NpzWriter(target);
        ChipArrays arrays = new ChipArrays(npz);
        ObjectNode layers = JSON.createObjectNode();
        int done = 0;
        for (String layer : chosen) {
            cancel.throwIfCancelled();
            layers.put(
                    arrays.layer(layer, network.weights(network.analogLayer(layer)), spec.ofLayer(layer, network)),
                    layer);
            done++;
            progress.report("Writing the chip", done, chosen.size());
        }
        ObjectNode about = JSON.createObjectNode()
                .put("driftscope", Provenance.buildVersion())
                .put("commit", Provenance.buildCommit())
                .put("model", network.name())
                .put("modelSha256", network.sha256())
                .put("chip", spec.describe())
                .put("seed", spec.seed());
        about.set("layers", layers);
        npz.putText("chip.json", JSON.writeValueAsString(about));
        npz.finish();
    }

    /** @return what the layer is called in the file */
    private String layer(String layer, WeightMatrix weights, ChipSpec spec) throws IOException {
        String name = named(layer);
        Crossbar crossbar =
                Crossbar.program(layer, weights, spec.crossbar(), spec.drift(), RandomSource.of(spec.seed()));
        Chip.Layer made = Chip.Layer.of(crossbar, crossbar.drift(spec.drift(), spec.secondsSinceProgramming()));
        put(name + "/weights", weights);
        put(name + "/target", crossbar.target());
        put(name + "/programmed", crossbar.programmed());
        put(name + "/drifted", made.drifted());
        if (made.seen() != made.drifted()) {
            put(name + "/seen", made.seen());
        }
        if (crossbar.stuckUs().isPresent()) {
            CellState held = crossbar.stuckUs().get();
            for (int slice = 0; slice < held.slices(); slice++) {
                putStuck(
                        name + "/stuck" + ofSlice(slice) + "_plus",
                        held.slice(slice).gPlus());
                putStuck(
                        name + "/stuck" + ofSlice(slice) + "_minus",
                        held.slice(slice).gMinus());
            }
        }
        put(name + "/effective", made.weights());
        return name;
    }

    /** A name that any file system takes, should the file be unpacked; no two layers have one. */
    private String named(String layer) {
        String plain = layer.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[._]+", "");
        String base = plain.isEmpty() ? "layer" : plain;
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private void put(String name, WeightMatrix weights) throws IOException {
        out.put(name, weights.values(), weights.rows(), weights.cols());
    }

    private void put(String name, CellState state) throws IOException {
        for (int slice = 0; slice < state.slices(); slice++) {
            String one = name + ofSlice(slice);
            put(one + "_plus", state.slice(slice).gPlus());
            put(one + "_minus", state.slice(slice).gMinus());
        }
    }

    /** What the arrays of less significant slices are called beside those of the first, which have no number. */
    private static String ofSlice(int slice) {
        return slice == 0 ? "" : "_slice" + (slice + 1);
    }

    private void put(String name, ConductanceArray cells) throws IOException {
        out.put(name, cells.valuesUs(), cells.rows(), cells.cols());
    }

    private void putStuck(String name, ConductanceArray held) throws IOException {
        boolean[] stuck = new boolean[held.valuesUs().length];
        for (int i = 0; i < stuck.length; i++) {
            stuck[i] = !Float.isNaN(held.valuesUs()[i]);
        }
        out.put(name, stuck, held.rows(), held.cols());
    }
}
