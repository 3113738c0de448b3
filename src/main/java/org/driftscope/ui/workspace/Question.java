package org.driftscope.ui.workspace;

import java.util.List;

/**
 * Something that the user decides before the window goes on.
 *
 * @param sentence what it is about
 * @param detail what each answer comes to; "" where the answers say it
 * @param answers in the order of the buttons
 */
public record Question(String sentence, String detail, List<Answer> answers) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** Which keys an answer has. */
    public enum Role {
        /** The Enter key's. */
        FIRST,
        OTHER,
        /** The Escape key's, and what closing the question means. */
        CANCEL
    }

    /**
     * @param id of its button
     * @param label on the button
     * @param action what it does
     */
    public record Answer(String id, String label, Role role, Runnable action) {
        /** Leaves everything as it is. */
        public static Answer cancel() {
            return new Answer("cancel", "Cancel", Role.CANCEL, () -> {});
        }
    }
}
