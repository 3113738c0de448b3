package org.driftscope.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.io.files.Hashes;

/** The text that says where the sample's files come from and what their bytes are; checksums are as sha256sum prints. */
final class SampleManifest {
    private SampleManifest() {}

    /**
     * @param folder where the files are
     * @param files their names
     * @param notes "key: value" lines to begin with
     */
    static byte[] text(Path folder, List<String> files, List<String> notes) {
        List<String> text = new ArrayList<>(notes);
        for (String file : files) {
            text.add(Hashes.sha256(folder.resolve(file)) + "  " + file);
        }
        return lines(text);
    }

    /** UTF-8 text, one line each. */
    static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
