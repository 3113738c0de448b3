package org.driftscope.io.npy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.support.DataFormatException;

/**
 * The header of an NPY file: a Python dictionary with exactly three keys. Source: NumPy, numpy.lib.format, versions 1.0
 * to 3.0.
 *
 * @param type of the elements
 * @param order of the bytes of an element
 * @param fortranOrder whether the first index runs fastest in the file
 * @param shape sizes, outermost first
 * @param count number of elements, at most 2^31 - 9
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortranOrder, int[] shape, int count) {
    private static final int MAX_RANK = 32;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*['\"]([<>|=])([A-Za-z]\\d*)['\"]");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");
    private static final Pattern OBJECT = Pattern.compile("['\"]\\|?O\\d*['\"]");

    /**
     * @param text the dictionary
     * @param name of the file or entry, for messages
     */
    static NpyHeader parse(String text, String name) {
        if (OBJECT.matcher(text).find()) {
            throw new DataFormatException(
                    name + " holds Python objects (pickle), which could run code and are not read."
                            + " Save plain numbers: np.save(name, array.astype('float32')).");
        }
        Matcher descr = find(DESCR, text, name, "a plain number type");
        NpyType type = NpyType.of(descr.group(2));
        if (type == null) {
            throw new DataFormatException(name + " holds elements of type " + descr.group(2)
                    + ". Save integers or floating-point numbers: array.astype('float32').");
        }
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        boolean fortran = find(ORDER, text, name, "fortran_order").group(1).equals("True");
        int[] shape = shape(find(SHAPE, text, name, "a shape").group(1), name);
        return new NpyHeader(type, order, fortran, shape, count(shape, type, name));
    }

    private static Matcher find(Pattern pattern, String text, String name, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new DataFormatException(name + " has an NPY header without " + what
                    + ". It is damaged or holds structured records: save one plain array with np.save.");
        }
        return matcher;
    }

    private static int[] shape(String text, String name) {
        List<Integer> sizes = new ArrayList<>();
        for (String size : text.replace("L", "").strip().split("\\s*,\\s*", -1)) {
            if (size.isEmpty()) {
                continue;
            }
            try {
                sizes.add(Integer.parseInt(size));
            } catch (NumberFormatException e) {
                throw new DataFormatException(name + " has the shape (" + text + "), larger than can be held.", e);
            }
        }
        if (sizes.size() > MAX_RANK) {
            throw new DataFormatException(name + " has " + sizes.size() + " dimensions; at most " + MAX_RANK + ".");
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int count(int[] shape, NpyType type, String name) {
        long count = 1;
        for (int size : shape) {
            count *= size;
            if (count * type.bytes() > Integer.MAX_VALUE - 8) {
                throw new DataFormatException(name + " declares more than 2 GB of elements in one array. Split it.");
            }
        }
        return (int) count;
    }

    /** Size of all elements. */
    int bytes() {
        return count * type.bytes();
    }
}
