package org.driftscope.network.outline;

import java.util.Locale;
import org.driftscope.network.Node;
import org.driftscope.support.SpecException;

/**
 * The most memory that one value of a network may take, and all constants that are worked out at load together. A file of
 * a few bytes can ask for any size.
 *
 * @param bytes 1 or more
 */
public record ValueLimit(long bytes) {
    /** The system property that sets it, MB; the command line's option --largest-value sets the property. */
    public static final String PROPERTY = "driftscope.largestValue";

    private static final long DEFAULT_MB = 512;
    private static final long MOST_MB = 1 << 20;

    /** The limit that the user set, or 512 MB. */
    public static ValueLimit configured() {
        String text = System.getProperty(PROPERTY, Long.toString(DEFAULT_MB));
        try {
            long megabytes = Long.parseLong(text.strip());
            if (megabytes >= 1 && megabytes <= MOST_MB) {
                return new ValueLimit(megabytes << 20);
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new SpecException("largest value", text, "1 to " + MOST_MB + " (MB)");
    }

    /** @throws OutlineFailure naming the limit and how to raise it */
    public void require(Node node, Outline value) {
        require(node, value.bytes(), "computes " + value);
    }

    /** @param what without a full stop, e.g. "computes FLOAT[2, 3]" */
    public void require(Node node, long needed, String what) {
        if (needed > bytes) {
            String megabytes = needed == Long.MAX_VALUE ? "more than can be counted" : megabytes(needed) + " MB";
            throw new OutlineFailure(
                    node,
                    what + ", " + megabytes + ", above the limit of " + megabytes(bytes) + " MB",
                    "If the network really is that large, raise the limit with --largest-value MB" + " (or -D"
                            + PROPERTY + "=MB).");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d", (bytes + (1 << 20) - 1) >> 20);
    }
}
