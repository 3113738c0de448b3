package org.driftscope.figure.script;

/** Text as LaTeX writes it. */
public final class TexText {
    private TexText() {}

    /** With all that LaTeX would take for something else escaped, and signs outside ASCII in mathematics. */
    public static String escaped(String text) {
        StringBuilder tex = new StringBuilder();
        text.codePoints().forEach(c -> tex.append(escaped(c)));
        return tex.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '\u2212' -> "$-$";
            case '\u00B1' -> "$\\pm$";
            case '\u00B5', '\u03BC' -> "$\\mu$";
            case '\u03C3' -> "$\\sigma$";
            case '\u00D7' -> "$\\times$";
            case '\u2265' -> "$\\geq$";
            case '\u2264' -> "$\\leq$";
            case '\u2192' -> "$\\rightarrow$";
            case '\u2013' -> "--";
            default -> Character.toString(c);
        };
    }
}
