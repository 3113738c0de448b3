package org.driftscope.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;

/** Opens a set of labelled images, telling the format from the content. */
public final class ImageReader {
    static final String WHAT_TO_GIVE =
            "Give a CIFAR-10 or CIFAR-100 binary file, IDX images (plain or .gz), an NPZ file with x and y, or a folder"
                    + " with one sub-folder of PNG or JPEG images a class.";

    private ImageReader() {}

    /**
     * Opens a file or folder. CIFAR and plain IDX files and folders are read as images are asked for; gz and NPZ
     * files are unpacked into memory.
     *
     * @throws DataFormatException if it is not there, not an image set, or damaged
     */
    public static ImageSource open(Path path) {
        try {
            if (!Files.exists(path)) {
                throw new DataFormatException("There is no file or folder " + path + ". Check the path.");
            }
            return openFile(path);
        } catch (IOException e) {
            throw new DataFormatException(path + " could not be read: " + reason(e) + ".", e);
        }
    }

    private static ImageSource openFile(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind.refused()) {
            throw new DataFormatException(file + " " + kind.refusal());
        }
        return CifarReader.open(file);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
