package org.driftscope.figure.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
public final class TextLines {
    private TextLines() {}

    /**
     * The text broken at blanks.
     *
     * @param width that lines fit into; a longer word is cut
     * @param most lines; what is left over ends the last one with an ellipsis
     */
    public static List<String> of(String text, Font font, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.isBlank() ? new String[0] : text.split(" ")) {
            boolean fits = line.isEmpty() || ChartFonts.width(font, line + " " + word) <= width;
            if (!fits && lines.size() + 1 < most) {
                lines.add(Pen.fitted(line.toString(), font, width));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(Pen.fitted(line.toString(), font, width));
        }
        return lines;
    }
}
