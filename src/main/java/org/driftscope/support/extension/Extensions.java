package org.driftscope.support.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/** Lists with what extensions add to them. */
public final class Extensions {
    private Extensions() {}

    /**
     * A list with the entries that extensions add behind ours, in the order of the extensions' names.
     *
     * @param id what names an entry in files; unique
     * @throws IllegalStateException if two entries have one name
     */
    public static <T> List<T> added(Class<T> kind, List<? extends T> ours, Function<? super T, String> id) {
        List<T> all = new ArrayList<>(ours);
        ServiceLoader.load(Extension.class, Extensions.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(extension -> extension.getClass().getName()))
                .forEach(extension -> extension.entries(kind).forEach(entry -> all.add(kind.cast(entry))));
        Set<String> names = new HashSet<>();
        for (T entry : all) {
            if (!names.add(id.apply(entry))) {
                throw new IllegalStateException(
                        "Two entries of " + kind.getSimpleName() + " are called " + id.apply(entry));
            }
        }
        return List.copyOf(all);
    }
}
