package org.driftscope.support;

import java.util.Locale;

/** Texts from foreign files, for terminals and logs: a character that would steer the terminal is spelled out. */
public final class PlainText {
    private PlainText() {}

    /** The text with control and formatting characters as &#92;u001b; line breaks too. */
    public static String of(String foreign) {
        return of(foreign, false);
    }

    /** The same for a text of several lines: its line breaks stay. */
    public static String lines(String foreign) {
        return of(foreign, true);
    }

    private static String of(String foreign, boolean keepsBreaks) {
        if (foreign.codePoints().noneMatch(character -> steers(character, keepsBreaks))) {
            return foreign;
        }
        StringBuilder plain = new StringBuilder();
        foreign.codePoints().forEach(character -> {
            if (steers(character, keepsBreaks)) {
                plain.append(String.format(Locale.ROOT, character > 0xffff ? "\\U%08x" : "\\u%04x", character));
            } else {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }

    private static boolean steers(int character, boolean keepsBreaks) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !(keepsBreaks && character == '\n');
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
