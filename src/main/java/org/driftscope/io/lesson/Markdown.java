package org.driftscope.io.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.io.lesson.TextBlock.Kind;

/**
 * The part of Markdown that lessons use: paragraphs, headings, lists, fenced code; within them what {@link MarkdownRuns}
 * knows. All else is text as it stands.
 */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern BULLET = Pattern.compile(" {0,3}[-*] +(.*)");
    private static final Pattern NUMBERED = Pattern.compile(" {0,3}\\d{1,3}[.)] +(.*)");
    private static final String FENCE = "```";

    private final MarkdownRuns inline;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;

    private Markdown(MarkdownRuns inline) {
        this.inline = inline;
    }

    /** @param inline reads what stands within blocks, and refuses what it must not hold */
    static List<TextBlock> parse(String text, MarkdownRuns inline) {
        Markdown reader = new Markdown(inline);
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            if (line.strip().startsWith(FENCE)) {
                reader.end();
                fenced = !fenced;
                reader.kind = fenced ? Kind.CODE : Kind.PARAGRAPH;
            } else if (fenced) {
                reader.lines.add(line);
            } else {
                reader.line(line);
            }
        }
        reader.end();
        return List.copyOf(reader.blocks);
    }

    private void line(String line) {
        if (line.isBlank()) {
            end();
        } else if (!(begins(HEADING, Kind.HEADING, line)
                || begins(BULLET, Kind.BULLET, line)
                || begins(NUMBERED, Kind.NUMBERED, line))) {
            if (kind == Kind.HEADING) {
                end();
            }
            lines.add(line.strip());
        }
    }

    private boolean begins(Pattern pattern, Kind as, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        end();
        kind = as;
        lines.add(matcher.group(1).strip());
        return true;
    }

    private void end() {
        if (!lines.isEmpty()) {
            blocks.add(
                    kind == Kind.CODE
                            ? new TextBlock(
                                    kind, List.of(TextBlock.Run.of(TextBlock.Style.CODE, String.join("\n", lines))))
                            : new TextBlock(kind, inline.of(String.join(" ", lines))));
        }
        lines.clear();
        kind = Kind.PARAGRAPH;
    }
}
