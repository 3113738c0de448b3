package org.driftscope.support.text;

import java.util.Locale;

/** Numbers and names in sentences and fields. */
public final class Wording {
    private Wording() {}

    /** Without trailing zeros, at most three decimals. */
    public static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** A noun at the beginning of a sentence as it reads inside one; an abbreviation stays as it is. */
    public static String inside(String label) {
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }
}
