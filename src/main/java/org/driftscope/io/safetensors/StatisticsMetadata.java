package org.driftscope.io.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.network.Network;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** What a statistics file says of itself. */
final class StatisticsMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "driftscope.format";
    private static final String FORMAT_1 = "factory-statistics-1";
    private static final String MODEL = "driftscope.model.sha256";
    private static final String IMAGES = "driftscope.images";
    private static final String IMAGES_SHA256 = "driftscope.images.sha256";
    private static final String DRAW = "driftscope.images.draw";
    private static final String PREPROCESSING = "driftscope.preprocessing";
    private static final String SCALE = PREPROCESSING + ".scale";
    private static final String MEAN = PREPROCESSING + ".mean";
    private static final String STD = PREPROCESSING + ".std";
    /** Left out where channels are in their order. */
    private static final String REVERSED = PREPROCESSING + ".reversed";

    private static final String PROVENANCE = "driftscope.provenance";
    private static final List<String> REQUIRED =
            List.of(MODEL, IMAGES, IMAGES_SHA256, PREPROCESSING, SCALE, MEAN, STD, PROVENANCE);

    private final Path file;
    private final Map<String, String> texts;

    /** @throws ModelFormatException if this is no statistics file, or one of a later version */
    StatisticsMetadata(Path file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
        if (!FORMAT_1.equals(texts.get(FORMAT)) || !texts.keySet().containsAll(REQUIRED)) {
            throw new ModelFormatException(file
                    + " is not a file of factory statistics of this version of Driftscope (its"
                    + " metadata lacks " + FORMAT + " = " + FORMAT_1 + " or what it was gathered on). Make one with"
                    + " \"driftscope statistics\".");
        }
    }

    /** All texts of a file. */
    static Map<String, String> of(Network network, FactoryStatistics statistics, Provenance provenance) {
        Preprocessing preprocessing = statistics.preprocessing();
        Map<String, String> texts = new TreeMap<>();
        texts.put(FORMAT, FORMAT_1);
        texts.put(MODEL, network.sha256());
        texts.put(IMAGES, Integer.toString(statistics.images()));
        texts.put(IMAGES_SHA256, statistics.imagesSha256());
        texts.put(DRAW, "stream calibration-images, as --factory-images " + statistics.images() + " draws them");
        texts.put(PREPROCESSING, preprocessing.name());
        texts.put(SCALE, Double.toString(preprocessing.scale()));
        texts.put(MEAN, list(preprocessing.mean()));
        texts.put(STD, list(preprocessing.std()));
        if (preprocessing.reversed()) {
            texts.put(REVERSED, Boolean.toString(true));
        }
        try {
            texts.put(PROVENANCE, JSON.writeValueAsString(provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    void requireOf(Network network) {
        if (!network.sha256().equals(text(MODEL))) {
            throw new ModelFormatException(file + " was gathered on another model (sha256 " + text(MODEL) + "), not on "
                    + network.name() + " (sha256 " + network.sha256() + "). Make it again for this model, or open the"
                    + " other.");
        }
    }

    int images() {
        try {
            int images = Integer.parseInt(text(IMAGES));
            if (images >= 1) {
                return images;
            }
        } catch (NumberFormatException e) {
            throw unreadable(IMAGES, e);
        }
        throw unreadable(IMAGES, null);
    }

    String imagesSha256() {
        return text(IMAGES_SHA256);
    }

    Preprocessing preprocessing() {
        try {
            return new Preprocessing(
                    text(PREPROCESSING),
                    Double.parseDouble(text(SCALE)),
                    numbers(text(MEAN)),
                    numbers(text(STD)),
                    Boolean.parseBoolean(text(REVERSED)));
        } catch (NumberFormatException | DriftscopeException e) {
            throw unreadable(PREPROCESSING, e);
        }
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private ModelFormatException unreadable(String key, @Nullable Exception cause) {
        return new ModelFormatException(
                file + " has the metadata " + key + " \"" + text(key)
                        + "\", which cannot be. The file is damaged: make it"
                        + " again with \"driftscope statistics\".",
                cause);
    }

    private static String list(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Double> numbers(String list) {
        return Arrays.stream(list.split(",", -1)).map(Double::valueOf).toList();
    }
}
