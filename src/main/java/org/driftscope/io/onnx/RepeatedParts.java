package org.driftscope.io.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.driftscope.support.ModelFormatException;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.Descriptors.Descriptor;
import org.nd4j.shade.protobuf.Descriptors.FieldDescriptor;
import org.nd4j.shade.protobuf.WireFormat;

/**
 * Refuses files that give a part twice of which there can be one, such as two graphs. Protobuf would merge them, in a time
 * that grows with the square of their number.
 */
final class RepeatedParts {
    /** Protobuf's own limit; what is nested deeper is refused when it is parsed. */
    private static final int DEEPEST = 100;

    private final Path file;

    private RepeatedParts(Path file) {
        this.file = file;
    }

    /**
     * @param bytes the whole file
     * @param message what it should be
     * @throws ModelFormatException naming the part
     * @throws IOException if it is not a sound protobuf message
     */
    static void refuse(Path file, byte[] bytes, Descriptor message) throws IOException {
        new RepeatedParts(file).scan(CodedInputStream.newInstance(bytes), message, 0);
    }

    private void scan(CodedInputStream in, Descriptor message, int depth) throws IOException {
        Set<Integer> seen = new HashSet<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            FieldDescriptor field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean isMessage = field != null
                    && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (!isMessage || depth >= DEEPEST) {
                in.skipField(tag);
                continue;
            }
            if (!field.isRepeated() && !seen.add(field.getNumber())) {
                throw new ModelFormatException(file + " gives the part '" + field.getName() + "' of a "
                        + message.getName() + " more than once. The file is damaged: export the model again.");
            }
            int length = in.readRawVarint32();
            int outer = in.pushLimit(length);
            scan(in, field.getMessageType(), depth + 1);
            in.checkLastTagWas(0);
            in.popLimit(outer);
        }
    }
}
