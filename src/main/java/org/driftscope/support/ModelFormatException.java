package org.driftscope.support;

import org.jspecify.annotations.Nullable;

/** A model or adapter file that cannot be read or holds what Driftscope does not support. */
public class ModelFormatException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    public ModelFormatException(String userMessage) {
        super(userMessage);
    }

    public ModelFormatException(String userMessage, @Nullable Throwable cause) {
        super(userMessage, cause);
    }
}
