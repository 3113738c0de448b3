package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.driftscope.data.Preprocessing;
import org.driftscope.support.DataFormatException;
import org.driftscope.ui.state.DataFile;
import org.driftscope.ui.state.PointOrigin;
import org.jspecify.annotations.Nullable;

/** Where a point comes from as JSON and back; what a session lacks was not recorded. */
final class OriginJson {
    private OriginJson() {}

    static ObjectNode write(PointOrigin origin) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        write(json, "model", origin.model());
        json.put("analogLayers", origin.analogLayers());
        write(json, "images", origin.images());
        write(json, "calibrationImages", origin.calibrationImages());
        write(json, "statistics", origin.statistics());
        Preprocessing preprocessing = origin.preprocessing();
        if (preprocessing != null) {
            json.set("preprocessing", PreprocessingJson.write(preprocessing));
        }
        json.put("version", origin.version()).put("commit", origin.commit());
        Instant madeAt = origin.madeAt();
        return madeAt == null ? json : json.put("madeAt", madeAt.toString());
    }

    private static void write(ObjectNode json, String field, DataFile file) {
        if (file.isRecorded()) {
            json.putObject(field).put("name", file.name()).put("sha256", file.sha256());
        }
    }

    /** @param json missing in sessions of older versions */
    static PointOrigin read(JsonNode json) {
        return new PointOrigin(
                file(json.path("model")),
                json.path("analogLayers").asInt(),
                file(json.path("images")),
                file(json.path("calibrationImages")),
                file(json.path("statistics")),
                json.has("preprocessing") ? PreprocessingJson.read(JsonReading.object(json, "preprocessing")) : null,
                json.path("version").asText(),
                json.path("commit").asText(),
                json.has("madeAt") ? instant(JsonReading.text(json, "madeAt")) : null);
    }

    private static DataFile file(JsonNode json) {
        return new DataFile(json.path("name").asText(), json.path("sha256").asText());
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new DataFormatException("The session's \"madeAt\" is \"" + text + "\", which is no time.", e);
        }
    }
}
