package org.driftscope.ui.main;

/** Puts questions to the user: a dialog in the window, a list in tests. Called on the JavaFX thread; does not wait. */
@FunctionalInterface
interface Asker {
    void ask(Question question);
}
