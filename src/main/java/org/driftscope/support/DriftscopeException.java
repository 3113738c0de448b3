package org.driftscope.support;

import org.jspecify.annotations.Nullable;

/** An error whose message is a sentence for the user: what happened, where, and what to do. */
public class DriftscopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DriftscopeException(String userMessage) {
        this(userMessage, null);
    }

    public DriftscopeException(String userMessage, @Nullable Throwable cause) {
        super(userMessage, cause);
    }

    /** The sentence to show. */
    public String userMessage() {
        String message = getMessage();
        return message == null ? "Unknown error" : message;
    }
}
