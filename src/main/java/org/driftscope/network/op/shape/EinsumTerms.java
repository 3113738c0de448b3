package org.driftscope.network.op.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An Einsum's equation, such as {@code "bij,bjk->bik"}, over operands of given shapes. Without an arrow the output has the
 * letters that occur once, in alphabetical order, after the axes of an ellipsis, which must not broadcast.
 *
 * @param operands the letters of each operand
 * @param output the output's letters
 * @param summed letters that are summed over
 * @param sizes by letter
 */
public record EinsumTerms(List<String> operands, String output, String summed, Map<Character, Long> sizes) {
    private static final String ELLIPSIS = "...";
    /** Characters of an equation that a message quotes. */
    private static final int SHOWN = 60;
    /** What axes of an ellipsis are called; in order before all letters, as they are where the output is not written. */
    private static final String AXES = "01234567";

    /** @throws IllegalArgumentException with the reason, where equation and shapes do not fit */
    public static EinsumTerms of(String equation, long[]... shapes) {
        String plain = spelledOut(equation.replace(" ", ""), shapes);
        String[] sides = plain.split("->", -1);
        List<String> operands = Arrays.asList(sides[0].split(",", -1));
        if (sides.length > 2 || operands.size() != shapes.length) {
            throw new IllegalArgumentException(
                    "has the equation \"" + shortened(equation) + "\" for " + shapes.length + " inputs");
        }
        Map<Character, Long> sizes = new LinkedHashMap<>();
        Map<Character, Integer> counts = new TreeMap<>();
        for (int i = 0; i < shapes.length; i++) {
            read(equation, operands.get(i), shapes[i], sizes, counts);
        }
        String output = sides.length == 2 ? sides[1] : once(counts);
        StringBuilder summed = new StringBuilder();
        sizes.keySet().stream().filter(letter -> output.indexOf(letter) < 0).forEach(summed::append);
        boolean known = output.chars().allMatch(letter -> sizes.containsKey((char) letter));
        if (!known || output.chars().distinct().count() != output.length()) {
            throw new IllegalArgumentException(
                    "has the equation \"" + shortened(equation) + "\", whose output is not defined");
        }
        return new EinsumTerms(operands, output, summed.toString(), sizes);
    }

    /** An ellipsis as digits, which no equation has: as many as an operand has axes without one, the last ones alike. */
    private static String spelledOut(String equation, long[]... shapes) {
        String[] sides = equation.split("->", -1);
        if (sides.length > 2 || !equation.contains(ELLIPSIS)) {
            return equation;
        }
        String[] operands = sides[0].split(",", -1);
        String longest = "";
        for (int i = 0; i < Math.min(operands.length, shapes.length); i++) {
            int axes = shapes[i].length - (operands[i].length() - ELLIPSIS.length());
            boolean fits = operands[i].contains(ELLIPSIS) && axes >= 0 && axes <= AXES.length();
            String letters = fits ? AXES.substring(AXES.length() - axes) : "";
            operands[i] = operands[i].replace(ELLIPSIS, letters);
            longest = letters.length() > longest.length() ? letters : longest;
        }
        String result = String.join(",", operands);
        return sides.length == 1 ? result : result + "->" + sides[1].replace(ELLIPSIS, longest);
    }

    private static void read(
            String equation, String letters, long[] shape, Map<Character, Long> sizes, Map<Character, Integer> counts) {
        boolean fits = letters.length() == shape.length;
        for (int axis = 0; fits && axis < shape.length; axis++) {
            char letter = letters.charAt(axis);
            Long before = sizes.putIfAbsent(letter, shape[axis]);
            counts.merge(letter, 1, Integer::sum);
            fits = Character.isLetterOrDigit(letter) && (before == null || before == shape[axis]);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "has the equation \"" + shortened(equation) + "\" for an input of shape " + Arrays.toString(shape));
        }
    }

    private static String shortened(String equation) {
        return equation.length() <= SHOWN ? equation : equation.substring(0, SHOWN) + "...";
    }

    private static String once(Map<Character, Integer> counts) {
        StringBuilder output = new StringBuilder();
        counts.forEach(
                (letter, count) -> output.append(count == 1 || AXES.indexOf(letter) >= 0 ? letter.toString() : ""));
        return output.toString();
    }

    public long[] outputShape() {
        return sizesOf(output);
    }

    public long[] sizesOf(String letters) {
        return letters.chars()
                .mapToLong(letter -> sizes.getOrDefault((char) letter, 1L))
                .toArray();
    }

    /** Steps through an operand for each of the letters: 0 where it does not have it. */
    public long[] steps(int operand, long[] strides, String letters) {
        long[] steps = new long[letters.length()];
        for (int i = 0; i < steps.length; i++) {
            for (int axis = 0; axis < strides.length; axis++) {
                steps[i] += operands.get(operand).charAt(axis) == letters.charAt(i) ? strides[axis] : 0;
            }
        }
        return steps;
    }

    /** The letters of all operands, in order of appearance. */
    List<Character> letters() {
        return new ArrayList<>(sizes.keySet());
    }
}
