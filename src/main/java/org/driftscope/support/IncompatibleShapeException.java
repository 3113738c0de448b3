package org.driftscope.support;

import org.jspecify.annotations.Nullable;

/** Two things that do not fit together, such as images and a model's input; the message gives both shapes. */
public class IncompatibleShapeException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    public IncompatibleShapeException(String userMessage) {
        super(userMessage);
    }

    public IncompatibleShapeException(String userMessage, @Nullable Throwable cause) {
        super(userMessage, cause);
    }
}
