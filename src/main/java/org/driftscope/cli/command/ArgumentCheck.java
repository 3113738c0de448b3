package org.driftscope.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.driftscope.experiment.archive.ArchiveLocation;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What is wrong between the arguments of a command, before anything of it runs. */
public final class ArgumentCheck {
    private static final Set<String> WRITTEN = Set.of("--out", "--save");

    /** What SQLite keeps beside an archive. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm");

    private ArgumentCheck() {}

    /** A sentence where a command would write over what it reads, or is told one thing twice; empty where all is well. */
    public static Optional<String> refusal(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        List<ArgSpec> given = command.matchedArgs();
        return given.stream()
                .flatMap(argument -> Stream.of(twice(argument), overwrites(argument, given)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> twice(ArgSpec argument) {
        if (!argument.typeInfo().isMap()) {
            return Optional.empty();
        }
        String between = argument.splitRegex();
        Set<String> names = new HashSet<>();
        return argument.originalStringValues().stream()
                .flatMap(value -> between.isEmpty() ? Stream.of(value) : Stream.of(value.split(between)))
                .map(pair -> pair.replaceFirst("=.*", "").strip())
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name -> name(argument) + " has " + name + " twice. Give it once.");
    }

    private static Optional<String> overwrites(ArgSpec output, List<ArgSpec> given) {
        if (!WRITTEN.contains(name(output))) {
            return Optional.empty();
        }
        List<String> read = new ArrayList<>(List.of(ArchiveLocation.standard().toString()));
        given.stream().filter(other -> other != output).forEach(other -> read.addAll(other.originalStringValues()));
        return output.originalStringValues().stream()
                .filter(written -> read.stream().anyMatch(input -> isSame(written, input)))
                .findFirst()
                .map(written ->
                        name(output) + " is " + written + ", but must be another file than the one that is read.");
    }

    /** Through links as well; folders are not written over. */
    private static boolean isSame(String written, String read) {
        return BESIDE.stream().anyMatch(ending -> {
            try {
                Path target = Path.of(written);
                Path source = Path.of(read + ending);
                return Files.isRegularFile(target) && Files.exists(source) && Files.isSameFile(target, source);
            } catch (IOException | InvalidPathException e) {
                // what is no path is no file either
                return false;
            }
        });
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
