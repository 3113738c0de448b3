package org.driftscope.figure.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.xmlgraphics.java2d.GraphicContext;
import org.apache.xmlgraphics.java2d.ps.EPSDocumentGraphics2D;
import org.apache.xmlgraphics.ps.PSGenerator;
import org.driftscope.figure.chart.Figure;

/**
 * Encapsulated PostScript for journals that ask for it: lines as lines, text as outlines, so that no font is needed. PostScript
 * knows no transparency: what is drawn lies over what was drawn before.
 */
final class EpsWriter {
    private EpsWriter() {}

    static void write(Figure figure, ExportSpec spec, Map<String, String> provenance, OutputStream out)
            throws IOException {
        double width = spec.size().widthPoints();
        double height = spec.size().heightPoints();
        EPSDocumentGraphics2D graphics = new EPSDocumentGraphics2D(true);
        graphics.setGraphicContext(new GraphicContext());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        graphics.setupDocument(file, (int) Math.ceil(width), (int) Math.ceil(height));
        describe(graphics.getPSGenerator(), figure, provenance);
        figure.draw(graphics, width, height, spec.theme());
        graphics.finish();
        // one byte a character: the same figure gives the same file, whenever it is written
        String text = file.toString(StandardCharsets.ISO_8859_1).replaceFirst("%%CreationDate:.*\\R", "");
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void describe(PSGenerator file, Figure figure, Map<String, String> provenance) throws IOException {
        file.commentln("% " + plain(figure.title()));
        for (Map.Entry<String, String> entry : provenance.entrySet()) {
            file.commentln("% " + plain(entry.getKey() + ": " + entry.getValue()));
        }
    }

    /** A comment ends with its line, and PostScript is ASCII: other characters stand as Java escapes. */
    private static String plain(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .forEach(code -> ascii.append(
                        code >= ' ' && code <= '~'
                                ? Character.toString(code)
                                : String.format(Locale.ROOT, "\\u%04x", code)));
        return ascii.toString();
    }
}
