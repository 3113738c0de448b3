package org.driftscope.ui.session;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds the mark of a file until it is ended. */
final class LockHolder {
    private LockHolder() {}

    /** @param args the file */
    public static void main(String[] args) throws IOException {
        new LiveMark(Path.of(args[0])).hold();
        System.out.println("held");
        System.out.flush();
        System.in.read();
    }
}
