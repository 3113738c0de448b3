package org.driftscope.architecture.planted.device;

/** Breaks a rule on purpose: writes a number as the machine's locale has it. */
public final class SpeaksTheMachinesTongue {
    private SpeaksTheMachinesTongue() {}

    @SuppressWarnings({"AnnotateFormatMethod", "DefaultLocale"})
    static String words(double value) {
        return String.format("%.1f", value);
    }
}
