package org.driftscope.training.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;

/**
 * Where each trained constant of a network lies in one long vector.
 *
 * @param entries in the order of the vector
 */
public record ParameterLayout(List<Entry> entries) {
    /**
     * One constant.
     *
     * @param name of the network's constant
     * @param shape its sizes; treat as read-only
     * @param offset of its first value in the vector
     * @param length how many values
     */
    public record Entry(String name, long[] shape, int offset, int length) {
        /** Whether this is a weight of several axes rather than a bias or scale; only these decay. */
        public boolean isWeight() {
            return shape.length > 1;
        }
    }

    public ParameterLayout {
        entries = List.copyOf(entries);
    }

    /**
     * The constants of that name, one after another.
     *
     * @throws NoSuchElementException if the network lacks one
     */
    public static ParameterLayout of(Network network, Collection<String> names) {
        List<Entry> entries = new ArrayList<>();
        int offset = 0;
        for (String name : names) {
            Tensor tensor = network.constants().get(name);
            if (tensor == null) {
                throw new NoSuchElementException("no constant " + name + " in " + network.name());
            }
            entries.add(new Entry(name, tensor.shape(), offset, tensor.size()));
            offset += tensor.size();
        }
        return new ParameterLayout(entries);
    }

    /** All that the network learned, in order of execution; no running statistics, masks or factors of formulas. */
    public static ParameterLayout trainable(Network network) {
        return of(network, network.learned());
    }

    /** Length of the vector. */
    public int size() {
        return entries.stream().mapToInt(Entry::length).sum();
    }

    /** The network's present values as a new vector. */
    public float[] read(Network network) {
        float[] values = new float[size()];
        for (Entry entry : entries) {
            Tensor tensor = network.constants().get(entry.name());
            if (tensor == null || tensor.size() != entry.length()) {
                throw new NoSuchElementException("no constant " + entry.name() + " of that size in " + network.name());
            }
            System.arraycopy(tensor.floats(), 0, values, entry.offset(), entry.length());
        }
        return values;
    }
}
