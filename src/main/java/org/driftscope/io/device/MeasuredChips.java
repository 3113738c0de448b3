package org.driftscope.io.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.MeasuredCells;
import org.driftscope.device.measured.MeasuredChip;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.npy.NpyArray;
import org.driftscope.io.npy.NpzReader;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.FileNames;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chip that was measured cell by cell: an NPZ file of the names that {@code chip export} writes. Of each layer {@code
 * LAYER/drifted_plus} and {@code LAYER/drifted_minus}, µS, or {@code LAYER/effective} alone; {@code chip.json}, where it is
 * there, says which layer a name is of and what the conductances mean as weights. All other arrays are passed over.
 */
final class MeasuredChips {
    private static final String PLUS = "/drifted_plus";
    private static final String SECOND_SLICE = "/drifted_slice2_plus";
    private static final String MINUS = "/drifted_minus";
    private static final String WEIGHTS = "/effective";
    private static final String ABOUT = "chip.json";
    private static final int LONGEST_ABOUT = 1 << 20;
    /** Where the largest conductance, taken as µS, is below this, it is one in siemens. */
    private static final double SIEMENS = 0.01;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final List<String> DECISIVE = List.of("mapping", "gMinUs", "gMaxUs", "scale", "clipPercentile");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, String> layerOfName = new LinkedHashMap<>();
    private final Map<String, String> writtenWith = new LinkedHashMap<>();
    private String model = "";

    private MeasuredChips(Path file) {
        this.file = file;
    }

    /** Whether a file is an archive, by its first bytes. */
    static boolean isArchive(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether an archive has cells of a layer, by its names; quick. */
    static boolean isChip(Path file) {
        try {
            return isArchive(file)
                    && NpzReader.names(file).stream().anyMatch(name -> name.endsWith(PLUS) || name.endsWith(WEIGHTS));
        } catch (DataFormatException e) {
            return false;
        }
    }

    /** Opens a chip. @throws DataFormatException with file, layer and remedy */
    static DeviceKind open(Path file) {
        return DeviceKinds.of(new MeasuredChips(file).read());
    }

    private MeasuredChip read() {
        NpzReader.text(file, ABOUT, LONGEST_ABOUT).ifPresent(this::readAbout);
        Set<String> wanted = wanted(NpzReader.names(file));
        Map<String, NpyArray> arrays = NpzReader.read(file, NpzReader.DEFAULT_LIMIT, wanted::contains);
        Map<String, MeasuredCells> layers = new LinkedHashMap<>();
        wanted.stream()
                .map(MeasuredChips::layer)
                .distinct()
                .forEach(name -> layers.put(layerOfName.getOrDefault(name, name), cells(name, arrays)));
        if (layers.isEmpty()) {
            throw new DataFormatException(
                    file + " holds no cells. Save arrays LAYER/drifted_plus and LAYER/drifted_minus"
                            + " in \u00b5S, or LAYER/effective, as \"driftscope chip export\" writes them.");
        }
        requireMicrosiemens(layers);
        boolean conductances = layers.values().stream().anyMatch(cells -> !cells.areWeights());
        return new MeasuredChip(
                FileNames.safe(String.valueOf(file.getFileName()).replaceFirst("\\.npz$", "")),
                Hashes.sha256(file),
                file.toString(),
                layers,
                model,
                conductances ? writtenWith : Map.of(),
                range());
    }

    /** Weights only where a layer has no conductances, or has them in bit slices. */
    private static Set<String> wanted(Set<String> names) {
        Set<String> wanted = new TreeSet<>();
        for (String name : names) {
            boolean sliced = names.contains(layer(name) + SECOND_SLICE);
            boolean weightsAlone = name.endsWith(WEIGHTS)
                    && (sliced || !names.contains(layer(name) + PLUS) && !names.contains(layer(name) + MINUS));
            boolean cells = !sliced && (name.endsWith(PLUS) || name.endsWith(MINUS));
            if (cells || weightsAlone) {
                wanted.add(name);
            }
        }
        return wanted;
    }

    private static String layer(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private MeasuredCells cells(String name, Map<String, NpyArray> arrays) {
        NpyArray weights = arrays.get(name + WEIGHTS);
        if (weights != null) {
            int[] shape = matrix(name + WEIGHTS, weights);
            return MeasuredCells.ofWeights(
                    shape[0], shape[1], finite(name + WEIGHTS, weights, -Double.MAX_VALUE, shape[1]));
        }
        NpyArray plus = required(name, PLUS, arrays);
        NpyArray minus = required(name, MINUS, arrays);
        int[] shape = matrix(name + PLUS, plus);
        int[] opposite = matrix(name + MINUS, minus);
        if (shape[0] != opposite[0]) {
            throw new DataFormatException(file + ": " + name + " has " + shape[0] + " rows of cells that add and "
                    + opposite[0] + " of cells that subtract. Save both with one row an input.");
        }
        return MeasuredCells.ofConductances(
                shape[0],
                shape[1],
                finite(name + PLUS, plus, 0, shape[1]),
                opposite[1],
                finite(name + MINUS, minus, 0, opposite[1]));
    }

    private NpyArray required(String name, String which, Map<String, NpyArray> arrays) {
        NpyArray array = arrays.get(name + which);
        if (array == null) {
            throw new DataFormatException(file + " has no " + name + which
                    + ". A layer needs both drifted_plus and drifted_minus, or effective alone: add it.");
        }
        return array;
    }

    private int[] matrix(String name, NpyArray array) {
        int[] shape = array.shape();
        if (shape.length != 2 || array.size() == 0) {
            throw new DataFormatException(file + " (" + name + ") has shape " + Arrays.toString(shape)
                    + ", but cells of a layer are a matrix: a row an input, a column an output.");
        }
        return shape;
    }

    private float[] finite(String name, NpyArray array, double least, int cols) {
        float[] values = array.floats();
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= least && values[i] <= Float.MAX_VALUE)) {
                String why = least == 0
                        ? "conductances are 0 or more. Measure the cell again, or put in what it was meant to hold."
                        : "weights are finite numbers. Measure the cell again.";
                throw new DataFormatException(file + " (" + name + ") holds " + values[i] + " at row " + i / cols
                        + ", column " + i % cols + ", but " + why);
            }
        }
        return values;
    }

    private void requireMicrosiemens(Map<String, MeasuredCells> layers) {
        float most = 0;
        for (MeasuredCells cells : layers.values()) {
            for (float conductance : cells.plusUs()) {
                most = Math.max(most, conductance);
            }
            for (float conductance : cells.minusUs()) {
                most = Math.max(most, conductance);
            }
        }
        if (most > 0 && most < SIEMENS) {
            throw new DataFormatException(file + " holds conductances of at most " + most
                    + ", which look like siemens. Conductances are in \u00b5S: multiply them by 1e6.");
        }
    }

    private void readAbout(String text) {
        JsonNode about;
        try {
            about = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DataFormatException(
                    file + " (" + ABOUT + ") is no JSON. Take it out of the file, or save it again.", e);
        }
        about.path("layers")
                .fields()
                .forEachRemaining(entry ->
                        layerOfName.put(entry.getKey(), entry.getValue().asText()));
        model = about.path("modelSha256").asText();
        for (String setting : about.path("chip").asText().split(" ", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2 && DECISIVE.contains(parts[0])) {
                writtenWith.put(parts[0], parts[1]);
            }
        }
    }

    private @Nullable ConductanceRange range() {
        String least = writtenWith.get("gMinUs");
        String most = writtenWith.get("gMaxUs");
        if (least == null || most == null) {
            return null;
        }
        try {
            return new ConductanceRange(Double.parseDouble(least), Double.parseDouble(most));
        } catch (NumberFormatException | SpecException e) {
            throw new DataFormatException(
                    file + " (" + ABOUT + ") has a range of " + least + " to " + most
                            + " \u00b5S. Take it out of the file, or save it again.",
                    e);
        }
    }
}
