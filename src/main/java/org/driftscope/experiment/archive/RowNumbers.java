package org.driftscope.experiment.archive;

import java.util.Arrays;

/** Numbers of rows as a text. */
final class RowNumbers {
    private static final int TEN = 10;

    private RowNumbers() {}

    /** @param text positive numbers with one space between; "" for none */
    static long[] parse(String text) {
        long[] numbers = new long[text.length() / 2 + 1];
        int found = 0;
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                numbers[found++] = number;
                number = 0;
            } else {
                number = TEN * number + c - '0';
            }
        }
        if (!text.isEmpty()) {
            numbers[found++] = number;
        }
        return Arrays.copyOf(numbers, found);
    }
}
