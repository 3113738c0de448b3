package org.driftscope.support;

import org.jspecify.annotations.Nullable;

/** An image or data file that cannot be read. */
public class DataFormatException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    public DataFormatException(String userMessage) {
        super(userMessage);
    }

    public DataFormatException(String userMessage, @Nullable Throwable cause) {
        super(userMessage, cause);
    }
}
