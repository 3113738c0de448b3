package org.driftscope.io.safetensors;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.adapter.Adapter;
import org.driftscope.io.safetensors.AdapterCodec.LayerMismatch;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.PlainText;

/**
 * Adapters of a network in a safetensors file, with what they were fitted to.
 *
 * @param adapters by layer's name, in the network's order
 * @param metadata the file's texts, among them the {@link #REQUIRED} ones
 */
public record AdapterFile(Map<String, Adapter> adapters, Map<String, String> metadata) {
    /** Driftscope's version that wrote the file. */
    public static final String VERSION = "driftscope.version";
    /** The chip's seed. */
    public static final String SEED = "driftscope.seed";
    /** Mapping, range and drift of the chip, as one text. */
    public static final String DRIFT = "driftscope.drift";
    /** How the adapters were fitted, as one text. */
    public static final String CALIBRATION = "driftscope.calibration";
    /** SHA-256 of the model; filled in when saving. */
    public static final String MODEL = "driftscope.model.sha256";
    /** Keys that every file has and {@link #save} must be given. */
    public static final List<String> REQUIRED = List.of(VERSION, SEED, DRIFT, CALIBRATION);

    private static final String FORMAT = "driftscope.format";
    private static final String FORMAT_1 = "adapters-1";
    private static final String KIND = "driftscope.kind.";
    private static final List<AdapterCodec> CODECS = List.of(
            new NarrowLowRankCodec(), new LowRankCodec(), new SparseCodec(), new TileScaleCodec(), new VectorCodec());

    public AdapterFile {
        adapters = Collections.unmodifiableMap(new LinkedHashMap<>(adapters));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * Replaces or creates the file, wholly or not at all; the same content gives the same bytes.
     *
     * @param network the network that the adapters belong to
     * @param metadata at least the {@link #REQUIRED} keys
     */
    public static void save(
            Path file, Network network, Collection<? extends Adapter> adapters, Map<String, String> metadata) {
        if (!metadata.keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException("metadata " + metadata.keySet() + " lacks some of " + REQUIRED);
        }
        Map<String, String> texts = new TreeMap<>(metadata);
        texts.put(FORMAT, FORMAT_1);
        texts.put(MODEL, network.sha256());
        Map<String, Tensor> tensors = new TreeMap<>();
        Map<String, ElementKind> kinds = new TreeMap<>();
        for (Adapter adapter : adapters) {
            AdapterCodec codec = CODECS.stream()
                    .filter(candidate -> candidate.handles(adapter))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no codec for " + adapter.getClass()));
            texts.put(KIND + adapter.layer(), codec.kind());
            codec.narrowKinds().forEach((part, kind) -> kinds.put(adapter.layer() + "." + part, kind));
            codec.encode(adapter, weightShape(network, network.analogLayer(adapter.layer())))
                    .forEach((part, tensor) -> tensors.put(adapter.layer() + "." + part, tensor));
        }
        SafetensorsWriter.write(Safetensors.of(tensors, texts, kinds), file);
    }

    /**
     * @param network the network that the adapters must have been fitted for
     * @throws ModelFormatException if the file is damaged, no adapter file, or for another network
     */
    public static AdapterFile load(Path file, Network network) {
        Safetensors content = SafetensorsReader.read(file);
        requireOurs(file, content, network);
        Map<String, Map<String, Tensor>> byLayer =
                LayerTensors.byLayer(file, content, network, "Calibrate this network again.");
        Map<String, String> kinds = kinds(content.metadata());
        Map<String, Adapter> adapters = new LinkedHashMap<>();
        for (AnalogLayer layer : network.analogLayers()) {
            String kind = kinds.get(layer.name());
            Map<String, Tensor> tensors = byLayer.getOrDefault(layer.name(), Map.of());
            if (kind != null) {
                adapters.put(layer.name(), decode(file, network, layer, kind, tensors));
            } else if (!tensors.isEmpty()) {
                throw new ModelFormatException(file + " does not say what kind of adapter layer '" + layer.name()
                        + "' has. Calibrate this network again.");
            }
        }
        return new AdapterFile(adapters, content.metadata());
    }

    /** By layer, named as the network names it. */
    private static Map<String, String> kinds(Map<String, String> metadata) {
        Map<String, String> kinds = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (key.startsWith(KIND)) {
                kinds.put(PlainText.of(key.substring(KIND.length())), value);
            }
        });
        return kinds;
    }

    private static void requireOurs(Path file, Safetensors content, Network network) {
        Map<String, String> metadata = content.metadata();
        if (!FORMAT_1.equals(metadata.get(FORMAT)) || !metadata.keySet().containsAll(REQUIRED)) {
            throw new ModelFormatException(file + " is not an adapter file of this version of Driftscope (its metadata"
                    + " lacks " + FORMAT + " = " + FORMAT_1 + " or what it was fitted to). Save adapters with"
                    + " \"driftscope calibrate --save\".");
        }
        if (!network.sha256().equals(metadata.get(MODEL))) {
            throw new ModelFormatException(file + " was fitted for another model (sha256 " + metadata.get(MODEL)
                    + "), not for " + network.name() + " (sha256 " + network.sha256() + "). Calibrate this model or"
                    + " open the other.");
        }
    }

    private static Adapter decode(
            Path file, Network network, AnalogLayer layer, String kind, Map<String, Tensor> tensors) {
        AdapterCodec codec = CODECS.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ModelFormatException(file + ": layer '" + layer.name()
                        + "' has an adapter of the kind \"" + kind + "\", which this version does not know. Use a newer"
                        + " Driftscope."));
        try {
            return codec.decode(layer, weightShape(network, layer), tensors);
        } catch (LayerMismatch e) {
            throw new ModelFormatException(
                    file + ": layer '" + layer.name() + "' " + e.getMessage() + ". Calibrate this network again.", e);
        }
    }

    static long[] weightShape(Network network, AnalogLayer layer) {
        Tensor weight = network.constants().get(layer.weightValue());
        if (weight == null) {
            throw new IllegalArgumentException("layer " + layer.name() + " has no constant weight");
        }
        return weight.shape();
    }
}
