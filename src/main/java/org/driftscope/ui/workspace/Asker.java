package org.driftscope.ui.workspace;

/** Puts questions to the user: a dialog in the window, a list in tests. Called on the JavaFX thread; does not wait. */
@FunctionalInterface
public interface Asker {
    void ask(Question question);
}
