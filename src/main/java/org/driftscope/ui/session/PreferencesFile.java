package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DriftscopeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes {@link Preferences}. A file that cannot be read is as good as none: it is never worth a dialog. */
public final class PreferencesFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    /**
     * @param folder kept for this user
     */
    public PreferencesFile(Path folder) {
        this.file = folder.resolve("preferences.json");
    }

    public Preferences read() {
        if (!Files.isRegularFile(file)) {
            return Preferences.first();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too large");
            }
            return MAPPER.readValue(Files.readString(file), Preferences.class);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{} is ignored, since it cannot be read", file, e);
            return Preferences.first();
        }
    }

    public void write(Preferences preferences) {
        try {
            byte[] text = MAPPER.writeValueAsBytes(preferences);
            AtomicFiles.write(file, text);
        } catch (IOException | DriftscopeException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
