package org.driftscope.ui.files;

import java.util.function.Consumer;

/** Asks which column of a table of measurements is which. */
@FunctionalInterface
public interface ColumnAsker {
    /**
     * @param file its name
     * @param why what is not clear, a sentence
     * @param start what is known
     * @param answer hears of what was chosen, not where the user changed their mind
     */
    void ask(String file, String why, ColumnChoice start, Consumer<ColumnChoice> answer);
}
