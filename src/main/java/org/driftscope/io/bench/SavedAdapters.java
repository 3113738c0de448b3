package org.driftscope.io.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.experiment.Provenance;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** Adapters with the chip they were fitted for: on another chip they would do harm, so there they are refused. */
public final class SavedAdapters {
    private SavedAdapters() {}

    /**
     * Writes a calibrated chip's adapters, wholly or not at all.
     *
     * @throws DriftscopeException if the method left none
     */
    public static void save(Path file, Network network, ExperimentSpec spec, CalibratedChip chip) {
        if (chip.layers().isEmpty()) {
            throw new DriftscopeException(spec.calibration().method().label()
                    + " leaves no adapters to save: it changes the network itself. Leave --save out.");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(AdapterFile.VERSION, Provenance.buildVersion());
        metadata.put(AdapterFile.SEED, Long.toString(spec.chip().seed()));
        metadata.put(AdapterFile.DRIFT, chipText(spec.chip(), spec.driftedLayers()));
        metadata.put(AdapterFile.CALIBRATION, spec.calibration().toString());
        AdapterFile.save(
                file,
                network,
                chip.layers().values().stream()
                        .map(CalibratedChip.CalibratedLayer::adapter)
                        .toList(),
                metadata);
    }

    /**
     * The chip's weights with a file's adapters applied.
     *
     * @param spec the chip's specification
     * @param drifted the layers that drifted
     * @throws ModelFormatException if the file is damaged, for another model, or for another chip
     */
    public static Map<String, LayerChange> apply(
            Path file, Network network, ChipSpec spec, LayerChoice drifted, Chip chip) {
        AdapterFile saved = AdapterFile.load(file, network);
        require(file, "seed", saved.metadata().get(AdapterFile.SEED), Long.toString(spec.seed()));
        require(file, "chip", saved.metadata().get(AdapterFile.DRIFT), chipText(spec, drifted));
        Map<String, LayerChange> changes = new LinkedHashMap<>(chip.changes());
        saved.adapters()
                .forEach((name, adapter) ->
                        changes.put(name, apply(file, adapter, chip.layers().get(name))));
        return changes;
    }

    private static LayerChange apply(Path file, Adapter adapter, Chip.@Nullable Layer layer) {
        if (layer == null) {
            throw new ModelFormatException(file + " has an adapter for " + adapter.layer()
                    + ", which does not drift here. Give the layers the adapters were fitted for.");
        }
        return adapter.apply(layer.weights());
    }

    private static void require(Path file, String what, @Nullable String saved, String given) {
        if (!given.equals(saved)) {
            throw new ModelFormatException(
                    file + " was fitted for another " + what + " (" + saved + "), not for this one (" + given
                            + "). Give the settings it was calibrated with, or calibrate again.");
        }
    }

    private static String chipText(ChipSpec spec, LayerChoice drifted) {
        String layers = drifted.patterns().isEmpty() ? "all" : String.join(",", drifted.patterns());
        return spec.describe() + " layers=" + layers;
    }
}
