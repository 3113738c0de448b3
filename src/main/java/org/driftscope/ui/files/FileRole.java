package org.driftscope.ui.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.device.MeasurementFiles;
import org.driftscope.io.lesson.LessonReader;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.driftscope.ui.session.SessionFiles;

/** Tells what a file is from its name and first bytes, before the reader that fits is asked. */
enum FileRole {
    MODEL,
    IMAGES,
    SESSION,
    STATISTICS,
    DEVICE,
    LESSON,
    EXPERIMENT;

    /** First byte of an ONNX file: field 1 of its message, a number. */
    private static final int ONNX_FIRST_BYTE = 0x08;

    /** Sizes of CIFAR-10 and CIFAR-100 records, whose first byte may look like ONNX's. */
    private static final List<Integer> CIFAR_RECORDS = List.of(3073, 3074);

    static FileRole kindOf(Path path) {
        if (Files.isDirectory(path)) {
            return IMAGES;
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(SessionFiles.EXTENSION)) {
            return SESSION;
        }
        if (name.endsWith(".safetensors")) {
            return STATISTICS;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            if (LessonReader.isLesson(path)) {
                return LESSON;
            }
            return DeviceFiles.isDevice(path) ? DEVICE : EXPERIMENT;
        }
        if (isTable(path)
                || name.endsWith(".npz") && (DeviceFiles.isDevice(path) || MeasurementFiles.holdsMeasurements(path))) {
            return DEVICE;
        }
        return name.endsWith(".onnx") || looksLikeOnnx(path) ? MODEL : IMAGES;
    }

    /** Whether it is a table of numbers as text, by its name. */
    static boolean isTable(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)(\\.gz)?");
    }

    /** Whether it is an archive of arrays, and no chip. */
    static boolean isTableOfArrays(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".npz")
                && !DeviceFiles.isDevice(path);
    }

    private static boolean looksLikeOnnx(Path path) {
        String refusal = InputFiles.refusal(path, "a model, images, a session, an experiment or a lesson");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(path + refusal);
        }
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            return in.read() == ONNX_FIRST_BYTE && CIFAR_RECORDS.stream().allMatch(record -> size % record != 0);
        } catch (IOException e) {
            throw new DataFormatException(path + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }
}
