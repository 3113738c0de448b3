package org.driftscope.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is read must be a file: a pipe waits for ever, a device never ends. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Why a path cannot be read as a file, as the end of a sentence that starts with it; "" where it can.
     *
     * @param wanted what to give instead, e.g. "an ONNX file"
     */
    public static String refusal(Path path, String wanted) {
        if (!Files.exists(path)) {
            return " does not exist. Check the path.";
        }
        if (Files.isDirectory(path)) {
            return " is a folder. Give " + wanted + ".";
        }
        if (!Files.isRegularFile(path)) {
            return " is a pipe or a device, not a file. Give " + wanted + ".";
        }
        return Files.isReadable(path) ? "" : " may not be read by this user. Check its permissions.";
    }
}
