package org.driftscope.io.yaml;

/**
 * Where something stands in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    /** An error at this place, ready to be thrown. @param what with a full stop at its end or without */
    public SpecFileException error(String what) {
        return new SpecFileException(this + ": " + what + (what.endsWith(".") ? "" : "."));
    }

    @Override
    public String toString() {
        return file + ", line " + line + ", column " + column;
    }
}
