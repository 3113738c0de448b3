package org.driftscope.ui.control.prompt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DriftscopeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was chosen last in dialogs, in a file of the user's. A file that cannot be read or written is as good as none: it
 * is never worth a dialog of its own.
 */
public final class Choices {
    private static final long MOST_BYTES = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);

    private final Path file;

    /** @param folder kept for this user */
    public Choices(Path folder) {
        this.file = folder.resolve("choices.properties");
    }

    /** What was chosen for a key, or something else where nothing was. */
    public String get(String key, String otherwise) {
        return read().getProperty(key, otherwise);
    }

    /** The same as a number; {@code otherwise} also where it is none. */
    public double get(String key, double otherwise) {
        try {
            return Double.parseDouble(get(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Keeps choices; those of other keys stay. */
    public void put(Map<String, String> chosen) {
        // another window may have written since
        Properties all = read();
        all.putAll(chosen);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            all.store(text, null);
            AtomicFiles.write(file, text.toByteArray());
        } catch (IOException | DriftscopeException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }

    private Properties read() {
        Properties all = new Properties();
        if (!Files.isRegularFile(file)) {
            return all;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too large");
            }
            try (Reader in = Files.newBufferedReader(file)) {
                all.load(in);
            }
            return all;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is ignored, since it cannot be read", file, e);
            return new Properties();
        }
    }
}
