package org.driftscope.report.worksheet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.TextBlock;
import org.driftscope.io.lesson.TextBlock.Kind;
import org.driftscope.io.lesson.TextBlock.Run;
import org.driftscope.report.worksheet.Worksheet.Part;
import org.driftscope.support.AtomicFiles;

/** Writes worksheets as HTML that needs no other file: figures are SVG within it, and nothing in it runs. */
public final class WorksheetHtml {
    private static final String LOOKS =
            """
            body { font: 11pt/1.45 "Liberation Sans", Arial, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1f2328; }
            h1 { font-size: 1.6em; margin-bottom: 0.2em; } h2 { font-size: 1.15em; margin: 1.6em 0 0.3em; border-top: 1px solid #d0d7de; padding-top: 0.8em; }
            h3 { font-size: 1em; margin: 0.8em 0 0.2em; } p, ul, ol { margin: 0.4em 0; }
            .muted { color: #57606a; font-size: 0.9em; } .task { font-weight: bold; } .ask { margin-top: 0.8em; }
            .verdict { background: #f6f8fa; padding: 0.4em 0.7em; } .blank { border-bottom: 1px solid #8c959f; height: 1.9em; }
            .name { display: inline-block; min-width: 18em; border-bottom: 1px solid #8c959f; }
            table { border-collapse: collapse; margin: 0.5em 0; } td { padding: 0.1em 1.2em 0.1em 0; vertical-align: top; }
            td + td { font-variant-numeric: tabular-nums; } img { max-width: 100%; margin: 0.6em 0; } code { background: #f6f8fa; }
            @media print { body { margin: 0; } h2 { break-after: avoid; } img, table { break-inside: avoid; } }
            """;
    private static final int LINES = 3;

    private final StringBuilder html = new StringBuilder();

    private WorksheetHtml() {}

    /** Writes the file, wholly or not at all. */
    public static void write(Worksheet sheet, Path file) {
        AtomicFiles.write(file, text(sheet).getBytes(StandardCharsets.UTF_8));
    }

    /** The file's text. */
    public static String text(Worksheet sheet) {
        WorksheetHtml page = new WorksheetHtml();
        page.page(sheet);
        return page.html.toString();
    }

    private void page(Worksheet sheet) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(sheet.title()))
                .append("</title>\n<style>\n")
                .append(LOOKS)
                .append("</style>\n</head>\n<body>\n");
        element("h1", "", sheet.title());
        element("p", "muted", sheet.about());
        html.append("<p>Name: <span class=\"name\">&nbsp;</span> Date: <span class=\"name\">&nbsp;</span></p>\n");
        int number = 1;
        for (Part part : sheet.parts()) {
            element("h2", "", number++ + ". " + part.title());
            part(part);
        }
        element("p", "muted", sheet.source());
        html.append("</body>\n</html>\n");
    }

    private void part(Part part) {
        blocks(part.text(), "");
        if (!part.ask().isEmpty()) {
            element("p", "ask", "Prediction: " + part.ask());
            options(part);
        }
        blocks(part.task(), "task");
        table("Settings", part.settings());
        table("Measured", part.measured());
        element("p", "verdict", part.verdict());
        blocks(part.after(), "");
        part.figures().forEach(this::figure);
        for (String question : part.questions()) {
            element("p", "ask", question);
            html.append("<div class=\"blank\"></div>\n".repeat(LINES));
        }
    }

    private void options(Part part) {
        if (part.options().isEmpty()) {
            html.append("<p>")
                    .append(
                            part.predicted().isEmpty()
                                    ? "<span class=\"name\">&nbsp;</span>"
                                    : escaped(part.predicted()))
                    .append("</p>\n");
            return;
        }
        html.append("<p>");
        for (String option : part.options()) {
            html.append(option.equals(part.predicted()) ? "&#9745; " : "&#9744; ")
                    .append(escaped(option))
                    .append("<br>\n");
        }
        html.append("</p>\n");
    }

    private void table(String heading, Map<String, String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        element("h3", "", heading);
        html.append("<table>\n");
        rows.forEach((name, value) -> html.append("<tr><td>")
                .append(escaped(name))
                .append("</td><td>")
                .append(escaped(value))
                .append("</td></tr>\n"));
        html.append("</table>\n");
    }

    private void figure(NamedFigure figure) {
        ExportSpec spec = ExportSpec.of(ExportFormat.SVG, ExportSize.TWO_COLUMN).tallEnoughFor(figure.figure());
        byte[] svg = FigureExporter.bytes(figure.figure(), spec, figure.provenance());
        html.append("<p><img alt=\"")
                .append(escaped(figure.name()))
                .append("\" src=\"data:image/svg+xml;base64,")
                .append(Base64.getEncoder().encodeToString(svg))
                .append("\"><br><span class=\"muted\">")
                .append(escaped(figure.name()))
                .append("</span></p>\n");
    }

    private void blocks(List<TextBlock> blocks, String style) {
        Kind list = Kind.PARAGRAPH;
        for (TextBlock block : blocks) {
            if (block.kind() != list) {
                html.append(closing(list)).append(opening(block.kind()));
                list = block.kind();
            }
            String tag =
                    switch (block.kind()) {
                        case HEADING -> "h3";
                        case BULLET, NUMBERED -> "li";
                        case CODE -> "pre";
                        case PARAGRAPH -> "p";
                    };
            html.append('<').append(tag);
            if (!style.isEmpty()) {
                html.append(" class=\"").append(style).append('"');
            }
            html.append('>');
            block.runs().forEach(this::run);
            html.append("</").append(tag).append(">\n");
        }
        html.append(closing(list));
    }

    private static String opening(Kind kind) {
        return kind == Kind.BULLET ? "<ul>\n" : kind == Kind.NUMBERED ? "<ol>\n" : "";
    }

    private static String closing(Kind kind) {
        return kind == Kind.BULLET ? "</ul>\n" : kind == Kind.NUMBERED ? "</ol>\n" : "";
    }

    private void run(Run run) {
        String tag =
                switch (run.style()) {
                    case BOLD, VALUE -> "b";
                    case ITALIC -> "i";
                    case CODE -> "code";
                    case PLAIN, WORD -> "";
                };
        String text = escaped(run.text());
        html.append(tag.isEmpty() ? text : "<" + tag + ">" + text + "</" + tag + ">");
    }

    private void element(String tag, String style, String text) {
        if (!text.isEmpty()) {
            html.append('<').append(tag);
            if (!style.isEmpty()) {
                html.append(" class=\"").append(style).append('"');
            }
            html.append('>').append(escaped(text)).append("</").append(tag).append(">\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
