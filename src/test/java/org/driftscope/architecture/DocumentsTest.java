package org.driftscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));
    private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    /** A file in backticks, from the root or from the main source folder. */
    private static final Pattern NAMED = Pattern.compile("`((?:[\\w.-]+/)+[\\w-]+(?:\\.(?:java|md))?)`");

    private static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("src/docs", ".github", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
            }
        }
        return all;
    }

    /** Relative links of a text that lead nowhere. */
    private static List<String> broken(Path document, String text) {
        return LINK.matcher(CODE_BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*|#.*"))
                .filter(link -> !Files.exists(
                        document.resolveSibling(link.replaceFirst("#.*", "")).normalize()))
                .toList();
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(30);
        for (Path document : documents) {
            assertThat(broken(document, Files.readString(document)))
                    .as("links of %s", document)
                    .isEmpty();
        }
        assertThat(broken(ROOT.resolve("README.md"), "[a](LICENSE) [b](no/such.md#part) [c](https://x.y)"))
                .containsExactly("no/such.md#part");
    }

    @Test
    void theRecipesNameFilesThatAreThere() throws IOException {
        String text = Files.readString(ROOT.resolve(CONTRIBUTING));
        Path main = ROOT.resolve("src/main/java/org/driftscope");
        List<String> named = NAMED.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith(".") && !name.startsWith("target/"))
                .toList();
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named)
                .filteredOn(name -> !Files.exists(ROOT.resolve(name)) && !Files.exists(main.resolve(name)))
                .as("files that %s names", CONTRIBUTING)
                .isEmpty();
    }

    /** Whoever opens the project reads it to its end. */
    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.size(ROOT.resolve("README.md"))).isLessThan(9_000);
    }

    @Test
    void decisionsSayTheirStatusAlternativesAndConsequences() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("src/docs/decisions"))) {
            List<Path> decisions = files.toList();
            assertThat(decisions).hasSizeGreaterThanOrEqualTo(13);
            for (Path decision : decisions) {
                assertThat(Files.readString(decision))
                        .as("%s", decision)
                        .contains("**Status**", "**Alternatives.**", "**Consequences.**");
            }
        }
    }
}
