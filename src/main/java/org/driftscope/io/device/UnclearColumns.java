package org.driftscope.io.device;

import org.driftscope.support.DataFormatException;

/** A table that can be read, but does not say which column is which or what it is measured in: for a person to say. */
public final class UnclearColumns extends DataFormatException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem what is not clear, in sentences @param remedy how a command line says it */
    UnclearColumns(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
    }

    /** What is not clear, where a person can be asked. */
    public String problem() {
        return problem;
    }
}
