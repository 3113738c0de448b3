package org.driftscope.io.yaml;

import org.driftscope.support.DriftscopeException;

/** A setting in a file that is unknown, of the wrong type or out of range; names file, line and column. */
public class SpecFileException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    public SpecFileException(String userMessage) {
        super(userMessage);
    }
}
