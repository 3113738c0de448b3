package org.driftscope.support.text;

import java.util.Locale;

/** Numbers with a proper minus sign. */
public final class SignedText {
    private SignedText() {}

    /** @param format of one number, as {@link String#format} takes it */
    public static String of(double value, String format) {
        return String.format(Locale.US, format, value).replace('-', '\u2212');
    }
}
