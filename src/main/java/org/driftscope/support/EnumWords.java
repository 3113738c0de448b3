package org.driftscope.support;

import java.util.List;
import java.util.Locale;

/** Enum constants as files and the command line write them: lower case with hyphens. */
public final class EnumWords {
    private EnumWords() {}

    /** The word of a constant, e.g. "closed-form". */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all constants. */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return List.of(type.getEnumConstants()).stream().map(EnumWords::of).toList();
    }

    /**
     * The constant of a word.
     *
     * @param setting what the word was given for, for the message
     * @throws SpecException if there is none
     */
    public static <E extends Enum<E>> E parse(String setting, Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new SpecException(setting, word, "one of " + String.join(", ", all(type)));
    }
}
