package org.driftscope.io.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DriftscopeException;
import org.jspecify.annotations.Nullable;

/**
 * Adapters as a folder that PEFT loads: {@code adapter_config.json} and {@code adapter_model.safetensors}. It holds LoRA and
 * DoRA alone; anything else is refused, since without it the numbers would be others. Source: PEFT's "checkpoint format"
 * (huggingface.co/docs/peft, 0.15 and newer): tensors are named {@code base_model.model.LAYER.lora_A.weight}.
 */
public final class PeftFolder {
    /** Of the adapters in the folder. */
    public static final String CONFIG = "adapter_config.json";

    /** Of their numbers. */
    public static final String TENSORS = "adapter_model.safetensors";

    private static final String PREFIX = "base_model.model.";
    private static final String REMEDY =
            "Calibrate with --method dora or lora, --no-bias and --no-layer-gain, or export with --adapters-as nodes.";
    private static final LowRankCodec CODEC = new LowRankCodec();
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PeftFolder() {}

    /**
     * Writes both files, replacing those that are there.
     *
     * @param base what the config calls the network that the adapters stand beside
     * @throws DriftscopeException naming a layer whose adapter has what PEFT cannot hold
     */
    public static void write(Path folder, Network network, Map<String, Adapter> adapters, String base) {
        Map<String, LowRankAdapter> pairs = new LinkedHashMap<>();
        adapters.forEach((layer, adapter) -> pairs.put(layer, pair(adapter)));
        long dora = pairs.values().stream().filter(LowRankAdapter::isDora).count();
        if (pairs.isEmpty() || (dora > 0 && dora < pairs.size())) {
            throw new DriftscopeException(
                    "PEFT holds DoRA in all layers or LoRA in all; these adapters are neither. " + REMEDY);
        }
        Map<String, Tensor> tensors = new TreeMap<>();
        pairs.forEach((layer, pair) -> CODEC.encode(pair, AdapterFile.weightShape(network, network.analogLayer(layer)))
                .forEach((part, tensor) -> tensors.put(PREFIX + layer + "." + part, tensor)));
        SafetensorsWriter.write(Safetensors.of(tensors, Map.of("format", "pt")), folder.resolve(TENSORS));
        AtomicFiles.write(folder.resolve(CONFIG), json(config(pairs, base, dora > 0)));
    }

    private static LowRankAdapter pair(Adapter adapter) {
        String beyond = beyond(adapter);
        if (beyond != null) {
            throw new DriftscopeException(
                    "PEFT cannot hold the adapter of " + adapter.layer() + ": " + beyond + " " + REMEDY);
        }
        return ((LowRankAdapter) adapter).atFullBits();
    }

    /** What PEFT has no place for; null for nothing. */
    private static @Nullable String beyond(Adapter adapter) {
        if (!(adapter instanceof LowRankAdapter pair)) {
            return "it is no low-rank correction.";
        }
        if (pair.rank() == 0) {
            return "it has rank 0.";
        }
        if (pair.bias().length > 0) {
            return "it has a bias.";
        }
        if (pair.gain().length > 0) {
            return "it has a gain of the layer.";
        }
        return pair.groups() > 1 ? "the layer is a grouped convolution." : null;
    }

    private static Map<String, Object> config(Map<String, LowRankAdapter> pairs, String base, boolean dora) {
        int rank = pairs.values().stream().mapToInt(LowRankAdapter::rank).max().orElseThrow();
        // PEFT reads keys as patterns and takes the end of a layer's name for the whole: anchored, conv1 is not
        // layer1.0.conv1
        Map<String, Integer> others = new LinkedHashMap<>();
        List<String> targets = new ArrayList<>();
        pairs.forEach((layer, pair) -> {
            targets.add(escaped(layer));
            if (pair.rank() != rank) {
                others.put("^" + escaped(layer), pair.rank());
            }
        });
        Map<String, Object> config = new TreeMap<>();
        config.put("peft_type", "LORA");
        config.put("task_type", null);
        config.put("base_model_name_or_path", base);
        config.put("r", rank);
        // B A is taken as it is: PEFT multiplies it by alpha / r
        config.put("lora_alpha", rank);
        config.put("rank_pattern", others);
        config.put("alpha_pattern", others);
        config.put("target_modules", targets.stream().collect(Collectors.joining("|", "(", ")")));
        config.put("use_dora", dora);
        config.put("use_rslora", false);
        config.put("bias", "none");
        config.put("lora_dropout", 0.0);
        config.put("fan_in_fan_out", false);
        config.put("init_lora_weights", true);
        config.put("inference_mode", true);
        config.put("modules_to_save", null);
        return config;
    }

    private static String escaped(String layer) {
        return layer.replaceAll("([^\\w/-])", "\\\\$1");
    }

    private static byte[] json(Map<String, Object> config) {
        try {
            return (JSON.writeValueAsString(config) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
