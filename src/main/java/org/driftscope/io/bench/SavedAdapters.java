package org.driftscope.io.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Adapters with the chip they were fitted for: on another chip they would do harm, so there they are refused. The same chip
 * at another age takes them, for that is what keeping a calibration means.
 */
public final class SavedAdapters {
    private static final Pattern AGE = Pattern.compile(" seconds=(\\S+)");

    private SavedAdapters() {}

    /**
     * A chip's weights with adapters applied.
     *
     * @param chip as it is now, without them
     * @param adapters by layer
     * @param changes what chip and adapters come to, by layer
     * @param fittedAt age of the chip the adapters were fitted at, s
     */
    public record Applied(
            Chip chip, Map<String, Adapter> adapters, Map<String, LayerChange> changes, double fittedAt) {}

    /**
     * Writes a calibrated chip's adapters, wholly or not at all.
     *
     * @param spec at the age they were fitted at
     * @param asFloats whether factors of few bits are written as floats, in the names that others read
     * @throws DriftscopeException if the method left none, or gains beside them, which such a file has no place for
     */
    public static void save(Path file, Network network, ExperimentSpec spec, CalibratedChip chip, boolean asFloats) {
        if (chip.layers().isEmpty()) {
            throw new DriftscopeException(spec.calibration().method().label()
                    + " leaves no adapters to save: it changes the network itself. Leave --save out.");
        }
        if (!chip.gains().isEmpty()) {
            throw new DriftscopeException("Gains that were measured after the adapters have no place in their file."
                    + " Leave --save or \"+ gains\" out.");
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
                        .map(layer -> asFloats ? atFullBits(layer.adapter()) : layer.adapter())
                        .toList(),
                metadata);
    }

    private static Adapter atFullBits(Adapter adapter) {
        return adapter instanceof LowRankAdapter low ? low.atFullBits() : adapter;
    }

    /**
     * The chip's weights with a file's adapters applied.
     *
     * @param spec the chip's specification; where its device ages, the age may be another than the adapters were fitted at
     * @param drifted the layers that drifted
     * @param chips makes a chip of that kind
     * @throws ModelFormatException if the file is damaged, for another model, or for another chip
     */
    public static Applied apply(
            Path file, Network network, ChipSpec spec, LayerChoice drifted, Function<ChipSpec, Chip> chips) {
        AdapterFile saved = AdapterFile.load(file, network);
        require(file, "seed", saved.metadata().get(AdapterFile.SEED), Long.toString(spec.seed()));
        String fitted = saved.metadata().getOrDefault(AdapterFile.DRIFT, "");
        String given = chipText(spec, drifted);
        boolean ages = spec.ages();
        require(file, "chip", ages ? ageless(fitted) : fitted, ages ? ageless(given) : given);
        double fittedAt = ages ? age(fitted) : spec.secondsSinceProgramming();
        Chip now = chips.apply(spec);
        Chip then = fittedAt == spec.secondsSinceProgramming() ? now : chips.apply(spec.withAge(fittedAt));
        Map<String, LayerChange> changes = new LinkedHashMap<>(now.changes());
        saved.adapters().forEach((name, adapter) -> {
            Chip.Layer here = layer(file, name, now);
            changes.put(
                    name,
                    adapter.keep(layer(file, name, then).weights(), here.weights())
                            .read(here.readout()));
        });
        return new Applied(now, saved.adapters(), changes, fittedAt);
    }

    private static String ageless(String chip) {
        return AGE.matcher(chip).replaceFirst("");
    }

    private static double age(String chip) {
        Matcher matcher = AGE.matcher(chip);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static Chip.Layer layer(Path file, String name, Chip chip) {
        Chip.Layer layer = chip.layers().get(name);
        if (layer == null) {
            throw new ModelFormatException(file + " has an adapter for " + name
                    + ", which does not drift here. Give the layers the adapters were fitted for.");
        }
        return layer;
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
