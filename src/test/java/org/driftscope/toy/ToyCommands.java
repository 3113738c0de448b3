package org.driftscope.toy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.cli.DriftscopeCli;

/** Runs command lines one after the other, each into a file of its own: a process in which the toys are there. */
public final class ToyCommands {
    private ToyCommands() {}

    /** @param args a folder with {@code commands.txt}: a name and a command line each, words separated by blanks */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        PrintStream console = System.out;
        int worst = 0;
        for (String line : Files.readAllLines(folder.resolve("commands.txt"))) {
            String[] words = line.split(" ");
            try (PrintStream out = new PrintStream(
                    Files.newOutputStream(folder.resolve(words[0] + ".txt")), true, StandardCharsets.UTF_8)) {
                System.setOut(out);
                int code = DriftscopeCli.run(Arrays.copyOfRange(words, 1, words.length));
                console.println(line + " -> " + code);
                worst = Math.max(worst, code);
            }
        }
        System.exit(worst);
    }
}
