package org.driftscope.ui.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.Devices;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code .driftscope} files: one JSON document in plain sight. Paths beneath the file's own folder are
 * written relative to it, so that a folder can be moved as a whole.
 */
public final class SessionFiles {
    /** The file name's ending. */
    public static final String EXTENSION = ".driftscope";

    private static final String FORMAT = "driftscope-session";
    private static final int VERSION = 1;
    /** Whether the program chose the preprocessing. */
    private static final String AUTOMATIC = "automaticPreprocessing";

    private static final long LONGEST = 64L << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SessionFiles() {}

    /**
     * Writes a session; the file appears whole or not at all.
     *
     * @throws DriftscopeException if it cannot be written
     */
    public static void write(Path file, Session session) {
        byte[] text = json(session, folderOf(file));
        AtomicFiles.write(file, text);
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static byte[] json(Session session, Path folder) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT).put("version", VERSION);
        json.set("model", reference(session.model(), folder));
        FileReference evaluation = session.evaluation();
        if (evaluation != null) {
            json.set("evaluation", reference(evaluation, folder));
        }
        FileReference calibration = session.calibration();
        if (calibration != null) {
            json.set("calibration", reference(calibration, folder));
        }
        if (!session.statistics().isEmpty()) {
            ArrayNode statistics = json.putArray("statistics");
            session.statistics().forEach(file -> statistics.add(reference(file, folder)));
        }
        Preprocessing preprocessing = session.preprocessing();
        if (preprocessing != null) {
            json.set("preprocessing", PreprocessingJson.write(preprocessing));
            json.put(AUTOMATIC, session.state().preparation().isNone());
        }
        json.put("selectedLayer", session.selectedLayer());
        json.set("state", StateJson.write(session.state(), folder));
        try {
            return (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
        }
    }

    private static ObjectNode reference(FileReference file, Path folder) {
        return MAPPER.createObjectNode()
                .put("path", FileReference.written(file.path(), folder))
                .put("sha256", file.sha256());
    }

    /** Reads a session where no device of a file is open yet. */
    public static Session read(Path file) {
        return read(file, Devices.listed());
    }

    /**
     * Reads a session; of the files it refers to, only measured chips that are not open yet are looked at.
     *
     * @throws MissingChip if a measured chip is not at its place
     * @throws DataFormatException if it is no session file
     */
    public static Session read(Path file, Devices open) {
        JsonNode json = document(file);
        Path folder = folderOf(file);
        try {
            Preprocessing preprocessing = json.has("preprocessing")
                    ? PreprocessingJson.read(JsonReading.object(json, "preprocessing"))
                    : null;
            return new Session(
                    model(json, folder),
                    json.has("evaluation") ? reference(JsonReading.object(json, "evaluation"), folder) : null,
                    json.has("calibration") ? reference(JsonReading.object(json, "calibration"), folder) : null,
                    statistics(json, folder),
                    withWish(StateJson.read(JsonReading.object(json, "state"), folder, open), preprocessing, json),
                    json.path("selectedLayer").asText(),
                    preprocessing);
        } catch (MissingChip e) {
            throw new MissingChip(e.id(), file.getFileName() + " cannot be used yet. " + e.getMessage());
        } catch (DriftscopeException | IllegalArgumentException e) {
            throw new DataFormatException(file.getFileName() + " cannot be used. " + e.getMessage(), e);
        }
    }

    private static FileReference model(JsonNode json, Path folder) {
        return reference(JsonReading.object(json, "model"), folder);
    }

    /** A session's model and how many points it has, whether or not its files are there. */
    static Outline outline(Path file) {
        JsonNode json = document(file);
        return new Outline(
                model(json, folderOf(file)).path(),
                json.path("state").path("points").size());
    }

    /** What is quick to say of a session. */
    record Outline(Path model, int points) {}

    private static JsonNode document(Path file) {
        JsonNode json = parse(file);
        if (!FORMAT.equals(json.path("format").asText())) {
            throw new DataFormatException(file + " is not a Driftscope session.");
        }
        if (json.path("version").asInt() > VERSION) {
            throw new DataFormatException(
                    file + " was written by a newer version of Driftscope. Open it with that version.");
        }
        return json;
    }

    /** Older versions did not say who chose the preprocessing: the user, for all that is known. */
    private static ExplorerState withWish(ExplorerState state, @Nullable Preprocessing preprocessing, JsonNode json) {
        return preprocessing == null || json.path(AUTOMATIC).asBoolean()
                ? state
                : state.withPreparation(PreprocessingChoice.Request.of(preprocessing));
    }

    private static List<FileReference> statistics(JsonNode json, Path folder) {
        List<FileReference> files = new ArrayList<>();
        json.path("statistics").forEach(file -> files.add(reference(file, folder)));
        return files;
    }

    private static JsonNode parse(Path file) {
        String refusal = InputFiles.refusal(file, "a Driftscope session");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new DataFormatException(file + " is too large to be a session.");
            }
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new DataFormatException(file + " is not a Driftscope session: it is not valid JSON.", e);
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    private static FileReference reference(JsonNode json, Path folder) {
        String path = JsonReading.text(json, "path");
        try {
            return new FileReference(
                    folder.resolve(path).normalize(), json.path("sha256").asText());
        } catch (InvalidPathException e) {
            throw new DataFormatException("\"" + path + "\" is no path on this system.", e);
        }
    }
}
