package org.driftscope.io.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.driftscope.io.lesson.TextBlock.Run;
import org.driftscope.io.lesson.TextBlock.Style;

/**
 * Text within a block: {@code **bold**}, {@code *italic*}, {@code `code`}, {@code [[word]]} or {@code [[word|as shown]]}, and
 * {@code {value}}; a backslash takes the next sign as it stands. A sign without its partner is text.
 *
 * @param word refuses a word that is not explained
 * @param value refuses a name that nothing is measured by
 */
record MarkdownRuns(Consumer<String> word, Consumer<String> value) {
    private static final List<String> SIGNS = List.of("**", "*", "`", "[[", "{");

    List<Run> of(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                plain.append(text.charAt(at + 1));
                at += 2;
                continue;
            }
            String sign = sign(text, at);
            int from = at + sign.length();
            int end = sign.isEmpty() ? -1 : end(text, from, sign);
            if (end < 0) {
                // no sign, or one without its partner, or nothing between them
                plain.append(text, at, Math.max(from, at + 1));
                at = Math.max(from, at + 1);
                continue;
            }
            flush(plain, runs);
            runs.addAll(runs(sign, text.substring(from, end)));
            at = end + close(sign).length();
        }
        flush(plain, runs);
        return runs;
    }

    private static String sign(String text, int at) {
        return SIGNS.stream()
                .filter(sign -> text.startsWith(sign, at))
                .findFirst()
                .orElse("");
    }

    /** Where a sign's partner stands; -1 for nowhere. Stars hold on to the words they are for: 2 * 3 is no emphasis. */
    private static int end(String text, int from, String sign) {
        boolean holds = sign.startsWith("*");
        if (from >= text.length() || holds && text.charAt(from) == ' ') {
            return -1;
        }
        String close = close(sign);
        int end = text.indexOf(close, from);
        while (end >= 0 && (end == from || text.charAt(end - 1) == '\\' || holds && text.charAt(end - 1) == ' ')) {
            end = text.indexOf(close, end + 1);
        }
        return end;
    }

    private static String close(String sign) {
        return switch (sign) {
            case "[[" -> "]]";
            case "{" -> "}";
            default -> sign;
        };
    }

    private List<Run> runs(String sign, String inside) {
        return switch (sign) {
            case "**" -> styled(Style.BOLD, inside);
            case "*" -> styled(Style.ITALIC, inside);
            case "`" -> List.of(Run.of(Style.CODE, inside));
            case "{" -> {
                value.accept(inside);
                yield List.of(Run.of(Style.VALUE, inside));
            }
            default -> {
                String[] parts = inside.split("\\|", 2);
                word.accept(parts[0]);
                yield List.of(new Run(Style.WORD, parts[parts.length - 1], parts[0]));
            }
        };
    }

    /** Words and values stay what they are within what is set in another way. */
    private List<Run> styled(Style style, String inside) {
        return of(inside).stream()
                .map(run -> run.style() == Style.PLAIN ? Run.of(style, run.text()) : run)
                .toList();
    }

    private static void flush(StringBuilder plain, List<Run> runs) {
        if (!plain.isEmpty()) {
            runs.add(Run.of(Style.PLAIN, plain.toString()));
            plain.setLength(0);
        }
    }
}
