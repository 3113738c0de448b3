package org.driftscope;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.cli.DriftscopeCli;

/**
 * What to open in the window, where the command line names files and nothing else: a desktop starts a program like this
 * when one of its files is opened.
 */
final class FilesToOpen {
    private FilesToOpen() {}

    /** The files, as absolute paths; none if the arguments are a command, or if any of them is no file or folder. */
    static List<Path> of(String... args) {
        if (args.length == 0 || DriftscopeCli.isCommand(args[0])) {
            return List.of();
        }
        try {
            List<Path> files =
                    Stream.of(args).map(Path::of).map(Path::toAbsolutePath).toList();
            return files.stream().allMatch(Files::exists) ? files : List.of();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }
}
