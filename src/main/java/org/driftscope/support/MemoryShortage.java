package org.driftscope.support;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a lack of memory, in the heap or outside it, however it was wrapped on its way. */
public final class MemoryShortage {
    /** What the numerical library says in errors of other kinds. */
    private static final Pattern NATIVE = Pattern.compile(
            "physical memory usage is too high|allocate memory|can't allocate|cannot allocate|allocation failed|bad_alloc",
            Pattern.CASE_INSENSITIVE);

    private static final int DEEPEST = 20;

    private MemoryShortage() {}

    /**
     * The error as a sentence with what to do about it.
     *
     * @param error whatever was thrown
     * @return empty where it is no lack of memory
     */
    public static Optional<DriftscopeException> in(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError || isNative(cause)) {
                return Optional.of(new DriftscopeException(sentence(isNative(cause)), error));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isNative(Throwable cause) {
        String message = cause.getMessage();
        return !(cause instanceof DriftscopeException)
                && message != null
                && NATIVE.matcher(message).find();
    }

    private static String sentence(boolean outside) {
        MemoryLimits limits = MemoryLimits.here();
        String limit = outside
                ? MemoryLimits.gigabytes(limits.nativeBytes()) + " outside Java's heap or "
                        + MemoryLimits.gigabytes(limits.processBytes()) + " in all"
                : MemoryLimits.gigabytes(limits.heapBytes()) + " of heap";
        String option = outside
                ? "-Dorg.bytedeco.javacpp.maxbytes=8g -Dorg.bytedeco.javacpp.maxphysicalbytes=16g"
                : "-Xmx" + (2 * limits.heapBytes() >> 30) + "g";
        return "There is not enough memory for this: Driftscope may take " + limit + ", of the machine's "
                + MemoryLimits.gigabytes(limits.machineBytes()) + ". Use fewer images, threads or layers, or set "
                + "DRIFTSCOPE_JAVA_OPTS=\"" + option + "\" where the machine has more.";
    }
}
