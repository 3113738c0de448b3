package org.driftscope.ui.settings.model;

import org.driftscope.crossbar.MappingKind;

/** Words for values, as lists show them and as sentences say them. */
public final class SettingWords {
    private SettingWords() {}

    public static String choice(MappingKind mapping) {
        return switch (mapping) {
            case ONE_SIDED_PAIR -> "One-sided pair";
            case CONSTANT_SUM_PAIR -> "Constant-sum pair";
            case OFFSET_COLUMN -> "Offset column";
        };
    }

    static String mapping(MappingKind mapping) {
        String words = choice(mapping);
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
