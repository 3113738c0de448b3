package org.driftscope.experiment.setting;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.driftscope.calibration.spec.Meaning;
import org.driftscope.support.text.Wording;

/**
 * What people read of a setting: in the window, in the help of the command line, in tables and sentences.
 *
 * @param label name in the window, a noun in sentence case
 * @param param the word for a value in the help of the command line; "" for a switch
 * @param help for the command line, with {default} for what is taken where it is left out; "" where there is no option
 * @param meaning for the window
 * @param choices labels of the values that can be chosen, in order; none where others can be written
 * @param sentence a value among others in a sentence, e.g. "rank 4"
 */
public record SettingWords(
        String label,
        String param,
        String help,
        Meaning meaning,
        Map<String, String> choices,
        Function<Object, String> sentence) {
    private static final double CENT = 100;

    /** A label alone. */
    static SettingWords of(String label) {
        return new SettingWords(
                label,
                "",
                "",
                Meaning.of(""),
                Map.of(),
                value ->
                        Wording.inside(label) + " " + (value instanceof Double number ? Wording.plain(number) : value));
    }

    SettingWords help(String word, String text) {
        return new SettingWords(label, word, text, meaning, choices, sentence);
    }

    SettingWords means(String text) {
        return means(Meaning.of(text));
    }

    SettingWords means(String text, String formula, String source) {
        return means(new Meaning(text, formula, source));
    }

    SettingWords means(Meaning words) {
        return new SettingWords(label, param, help, words, choices, sentence);
    }

    SettingWords offering(Map<String, String> labels) {
        return new SettingWords(label, param, help, meaning, new LinkedHashMap<>(labels), sentence);
    }

    SettingWords told(Function<Object, String> words) {
        return new SettingWords(label, param, help, meaning, choices, words);
    }

    SettingWords toldOfNumber(Function<Double, String> words) {
        return told(value -> words.apply(((Number) value).doubleValue()));
    }

    SettingWords toldOfSwitch(String on, String off) {
        return told(value -> value.equals(true) ? on : off);
    }

    /** The label inside a sentence; an abbreviation stays as it is. */
    public String inside() {
        return Wording.inside(label);
    }

    /** What a value is called where it is chosen; its own word where it is not offered. */
    public String choice(String value) {
        String known = choices.get(value);
        return known != null ? known : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
    }

    static String percent(double share) {
        return Wording.plain(share * CENT) + " %";
    }
}
