package org.driftscope.io.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import org.driftscope.support.IoReason;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** Reads tensors that are kept outside the model file; only from the model's own folder or folders inside it. */
final class ExternalTensors {
    private static final int MOST_USES = 4;
    private static final long SMALL = 1 << 20;

    private final Path model;
    private final MessageDigest digest;
    /** Bytes read of each file so far. */
    private final Map<Path, Long> read = new HashMap<>();

    /**
     * @param model the model's file
     * @param digest also fed with what is read, so that the model's hash covers all of its weights
     */
    ExternalTensors(Path model, MessageDigest digest) {
        this.model = model;
        this.digest = digest;
    }

    /**
     * @param tensor one with external data
     * @param expectedBytes what its dims and type ask for
     * @return its bytes
     */
    ByteBuffer read(TensorProto tensor, long expectedBytes) {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        String location = entries.getOrDefault("location", "");
        String where = "the external data of tensor '" + tensor.getName() + "' (location \"" + location + "\")";
        long offset = number(entries.get("offset"), 0, where);
        long length = number(entries.get("length"), expectedBytes, where);
        if (length != expectedBytes) {
            throw refusal(where + " has " + length + " bytes, but its dims need " + expectedBytes + ".");
        }
        return read(resolve(location, where), offset, (int) length, where);
    }

    private long number(@Nullable String text, long otherwise, String where) {
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a negative number
        }
        throw refusal(where + " has the offset or length \"" + text + "\", which is not a count of bytes.");
    }

    private Path resolve(String location, String where) {
        try {
            Path relative = Path.of(location);
            if (location.isEmpty() || relative.isAbsolute() || location.contains("..") || location.contains(":")) {
                throw refusal(where + " lies outside the model's folder, which is not allowed.");
            }
            Path folder = model.toRealPath().getParent();
            Path file = model.resolveSibling(relative);
            if (!Files.isRegularFile(file)) {
                throw refusal(where + " is missing. Put the file beside the model.");
            }
            if (folder == null || !file.toRealPath().startsWith(folder)) {
                throw refusal(where + " is a link out of the model's folder, which is not allowed.");
            }
            return file;
        } catch (InvalidPathException | IOException e) {
            throw refusal(where + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    private ByteBuffer read(Path file, long offset, int length, String where) {
        try (FileChannel channel = FileChannel.open(file)) {
            if (offset > channel.size() - length) {
                throw refusal(where + " ends at byte " + channel.size() + ", but the tensor needs " + length
                        + " bytes from " + offset + " on. The file is truncated.");
            }
            requireFewUses(file, channel.size(), length, where);
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // reads on until full
            }
            bytes.flip();
            digest.update(bytes.duplicate());
            return bytes;
        } catch (IOException e) {
            throw refusal(where + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    /** Tensors may share their bytes, but a small file that fills the memory by being read over and over is hostile. */
    private void requireFewUses(Path file, long size, int length, String where) {
        if (read.merge(file, (long) length, Long::sum) > MOST_USES * Math.max(size, SMALL)) {
            throw refusal(where + " is shared by so many tensors that together they are more than " + MOST_USES
                    + " times the file. The file is damaged: export the model again.");
        }
    }

    private ModelFormatException refusal(String what) {
        return new ModelFormatException(model + ": " + what);
    }
}
