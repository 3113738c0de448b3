package org.driftscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeftFolderTest {
    private static final float[] NONE = {};

    @TempDir
    Path folder;

    private final Network network = SmallNetworks.classifier();

    /** fc: 4 x 3. */
    private static LowRankAdapter fc(int rank, float[] magnitude, float[] bias) {
        float[] a = new float[4 * rank];
        float[] b = new float[3 * rank];
        for (int i = 0; i < a.length; i++) {
            a[i] = i + 1;
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = 10 * (i + 1);
        }
        return new LowRankAdapter("fc", rank, 4, 3, 1, a, b, magnitude, bias);
    }

    private void write(Adapter adapter) {
        PeftFolder.write(folder, network, Map.of(adapter.layer(), adapter), "drifted.onnx");
    }

    @Test
    void loraHasPeftsNamesAndShapes() throws IOException {
        write(fc(2, NONE, NONE));
        JsonNode config =
                new ObjectMapper().readTree(folder.resolve(PeftFolder.CONFIG).toFile());
        assertThat(config.get("use_dora").asBoolean()).isFalse();
        assertThat(config.get("r").asInt()).isEqualTo(2);
        assertThat(config.get("target_modules").asText()).isEqualTo("(fc)");
        assertThat(config.get("rank_pattern")).isEmpty();
        Safetensors content = SafetensorsReader.read(folder.resolve(PeftFolder.TENSORS));
        assertThat(content.metadata()).containsEntry("format", "pt");
        assertThat(content.tensors())
                .containsOnlyKeys("base_model.model.fc.lora_A.weight", "base_model.model.fc.lora_B.weight");
        Tensor a = content.tensors().get("base_model.model.fc.lora_A.weight");
        assertThat(a.shape()).containsExactly(2, 4);
        assertThat(a.floats()).containsExactly(1, 3, 5, 7, 2, 4, 6, 8);
        Tensor b = content.tensors().get("base_model.model.fc.lora_B.weight");
        assertThat(b.shape()).containsExactly(3, 2);
        assertThat(b.floats()).containsExactly(10, 40, 20, 50, 30, 60);
    }

    @Test
    void whatPeftHasNoPlaceForIsRefused() {
        assertThatThrownBy(() -> write(fc(1, NONE, new float[3])))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("fc: it has a bias");
        assertThatThrownBy(() -> write(fc(0, new float[3], NONE))).hasMessageContaining("rank 0");
        assertThatThrownBy(() -> write(new LowRankAdapter("conv", 1, 6, 4, 2, new float[12], new float[4], NONE, NONE)))
                .hasMessageContaining("grouped");
        assertThat(folder).isEmptyDirectory();
    }
}
