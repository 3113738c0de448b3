package org.driftscope.io.yaml;

/**
 * Where something stands in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    /** An error at this place, ready to be thrown. */
    public SpecFileException error(String what) {
        return new SpecFileException(this + ": " + what + ".");
    }

    @Override
    public String toString() {
        return file + ", line " + line + ", column " + column;
    }
}
