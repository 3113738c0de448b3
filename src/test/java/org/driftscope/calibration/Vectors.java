package org.driftscope.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.statistics.DenseMoments;
import org.junit.jupiter.api.Assumptions;

/** Reference values computed elsewhere, .npy files of float64 (folder: system property shared.vectors). */
public final class Vectors {
    public static final List<String> LAYERS = List.of("tiny", "L1", "FC");

    private static final Path FOLDER = Path.of(System.getProperty("shared.vectors", "../shared/vectors"));
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9]+),? ?([0-9]*)\\)");

    private Vectors() {}

    public static void assumePresent() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no reference vectors at " + FOLDER);
    }

    public static boolean has(String name) {
        return Files.exists(file(name));
    }

    public static Path file(String name) {
        return FOLDER.resolve(name + ".npy");
    }

    public static double[] array(String name) {
        return matrix(name).values();
    }

    /** Column-major, whatever the file's order; a vector is one column. */
    public static Matrix matrix(String name) {
        ByteBuffer file = ByteBuffer.wrap(read(name)).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = file.getShort(8);
        String header = new String(file.array(), 10, headerLength, StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(header);
        if (!header.contains("'<f8'") || !shape.find()) {
            throw new IllegalStateException(name + ": " + header);
        }
        int rows = Integer.parseInt(shape.group(1));
        int cols = shape.group(2).isEmpty() ? 1 : Integer.parseInt(shape.group(2));
        boolean columnMajor = header.contains("'fortran_order': True");
        Matrix matrix = Matrix.zeros(rows, cols);
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int index = columnMajor ? col * rows + row : row * cols + col;
                matrix.values()[col * rows + row] = file.getDouble(10 + headerLength + 8 * index);
            }
        }
        return matrix;
    }

    public static GroupProblem problem(String layer) {
        return new GroupProblem(
                new DenseMoments(array(layer + "_G"), array(layer + "_mu")),
                matrix(layer + "_Wt"),
                matrix(layer + "_Wr"));
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
