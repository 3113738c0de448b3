package org.driftscope.io.lesson;

import java.util.List;

/**
 * A paragraph or the like.
 *
 * @param kind how it is set
 * @param runs its text
 */
public record TextBlock(Kind kind, List<Run> runs) {
    /** How a block is set. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        BULLET,
        NUMBERED,
        CODE
    }

    /** How a run is set, or what stands for it. */
    public enum Style {
        PLAIN,
        BOLD,
        ITALIC,
        CODE,
        /** A word that the glossary explains. */
        WORD,
        /** The name of something that is measured, whose value is shown. */
        VALUE
    }

    /**
     * Text in one style.
     *
     * @param text what is shown; of a value, its name
     * @param word what is explained; "" but for {@link Style#WORD}
     */
    public record Run(Style style, String text, String word) {
        static Run of(Style style, String text) {
            return new Run(style, text, "");
        }
    }

    public TextBlock {
        runs = List.copyOf(runs);
    }
}
