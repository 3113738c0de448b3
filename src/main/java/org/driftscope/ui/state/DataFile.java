package org.driftscope.ui.state;

/**
 * A file that numbers were made from.
 *
 * @param name for people, e.g. "resnet20.onnx"; "" where it was not recorded
 * @param sha256 of its content, hex; "" where it was not recorded
 */
public record DataFile(String name, String sha256) {
    /** Nothing is known of it. */
    public static final DataFile NOT_RECORDED = new DataFile("", "");

    /** Whether it is known which file it was. */
    public boolean isRecorded() {
        return !sha256.isEmpty();
    }

    /** Whether both hold the same bytes, as far as is known. */
    public boolean isSameAs(DataFile other) {
        return sha256.equals(other.sha256);
    }
}
