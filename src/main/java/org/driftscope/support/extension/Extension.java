package org.driftscope.support.extension;

import java.util.List;

/**
 * Entries that code beside this program adds to its lists of methods, devices, mappings, circuit settings and columns.
 * Found by {@link java.util.ServiceLoader}: name the class in {@code META-INF/services} of a folder or jar on the class
 * path.
 */
public interface Extension {
    /**
     * Its entries for one list, each an instance of that kind; empty where it has none.
     *
     * @param kind of the list's entries, e.g. {@code DeviceKind.class}
     */
    List<?> entries(Class<?> kind);
}
