package org.driftscope.support;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How much memory this process may take. The heap's limit is the launcher's share of the machine's memory; the limits of
 * native memory are set here, before the numerical library reads them.
 *
 * @param machineBytes of the machine, or of the container that the process runs in
 * @param heapBytes most that Java's heap may take
 * @param nativeBytes most that arrays outside the heap may take
 * @param processBytes most that the whole process may take for more arrays to be allowed
 */
public record MemoryLimits(long machineBytes, long heapBytes, long nativeBytes, long processBytes) {
    /** JavaCPP's names for them. */
    private static final String NATIVE = "org.bytedeco.javacpp.maxbytes";

    private static final String PROCESS = "org.bytedeco.javacpp.maxphysicalbytes";
    private static final double NATIVE_SHARE = 0.4;
    private static final double PROCESS_SHARE = 0.85;
    private static final long LEAST_NATIVE = 1L << 30;

    /** The limits of this process, those that its start named included. */
    public static MemoryLimits here() {
        long machine = machine();
        return new MemoryLimits(
                machine,
                Runtime.getRuntime().maxMemory(),
                set(NATIVE, share(machine, NATIVE_SHARE)),
                set(PROCESS, share(machine, PROCESS_SHARE)));
    }

    /** Sets the limits of native memory that the start of this process did not name. */
    public static void apply() {
        MemoryLimits limits = here();
        System.setProperty(NATIVE, Long.toString(limits.nativeBytes));
        System.setProperty(PROCESS, Long.toString(limits.processBytes));
    }

    /** A sentence for people. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "Memory: at most %s of heap and %s outside it, %s in all, of the machine's %s",
                gigabytes(heapBytes),
                gigabytes(nativeBytes),
                gigabytes(processBytes),
                gigabytes(machineBytes));
    }

    /** E.g. "1.5 GB". */
    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
    }

    private static long machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 4 * Runtime.getRuntime().maxMemory();
    }

    private static long share(long machine, double share) {
        return Math.max(LEAST_NATIVE, (long) (share * machine));
    }

    /** The bytes that a property names, e.g. "4g"; {@code otherwise} where it is not set or cannot be read. */
    private static long set(String property, long otherwise) {
        String text = System.getProperty(property, "").toLowerCase(Locale.ROOT);
        if (!text.matches("\\d{1,15}[kmgt]?b?")) {
            return otherwise;
        }
        String unit = text.replaceAll("[\\db]", "");
        long number = Long.parseLong(text.replaceAll("\\D", ""));
        return unit.isEmpty() ? number : number << (10 * ("kmgt".indexOf(unit) + 1));
    }
}
