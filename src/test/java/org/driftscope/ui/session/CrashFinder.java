package org.driftscope.ui.session;

import java.io.IOException;
import java.nio.file.Path;

/** What a window does about crashes as it starts, in a process of its own: says what it found, then waits for a line. */
public final class CrashFinder {
    private CrashFinder() {}

    /** @param args the folder of autosaved sessions */
    public static void main(String[] args) throws IOException {
        System.out.println(new Autosave(Path.of(args[0]))
                .leftByCrash()
                .map(left -> left.getFileName().toString())
                .orElse("nothing"));
        System.in.read();
    }
}
