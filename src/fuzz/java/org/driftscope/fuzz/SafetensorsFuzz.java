package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.Network;

/** Adapters and factory statistics: raw bytes, or a header of the right length over them. */
public final class SafetensorsFuzz {
    private static final ScratchFile FILE = new ScratchFile("file.safetensors");
    private static final Network NETWORK = SmallNetworks.classifier();

    private SafetensorsFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] bytes = data.consumeBoolean() ? data.consumeRemainingAsBytes() : withHeader(data);
        FILE.readWith(bytes, () -> AdapterFile.load(FILE.path(), NETWORK));
        ScratchFile.accepting(() -> StatisticsFile.load(FILE.path(), NETWORK));
    }

    private static byte[] withHeader(FuzzedDataProvider data) {
        byte[] header = data.consumeString(300).getBytes(StandardCharsets.UTF_8);
        byte[] body = data.consumeRemainingAsBytes();
        return ByteBuffer.allocate(8 + header.length + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(body)
                .array();
    }
}
