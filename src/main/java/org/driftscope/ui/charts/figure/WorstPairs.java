package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;

/**
 * Mistakes among many classes, in words.
 *
 * @param classes names
 * @param mistakes of these classes
 */
public record WorstPairs(List<String> classes, Mistakes mistakes) {
    private static final int DRAWN = 20;

    /** A line of the list. @param images of the class that were taken for the answer, @param of all of the class */
    public record Line(String label, String answer, int images, int of) {
        public String share() {
            return String.format(Locale.US, "%d of %d", images, of);
        }
    }

    public WorstPairs {
        classes = List.copyOf(classes);
    }

    /** The pairs with a class whose name or number has these words, the worst first; all for no words. */
    public List<Line> lines(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        boolean[] meant = new boolean[mistakes.classes()];
        for (int c = 0; c < meant.length; c++) {
            meant[c] = name(c).toLowerCase(Locale.ROOT).contains(wanted)
                    || Integer.toString(c).equals(wanted);
        }
        return mistakes.pairs().stream()
                .filter(pair -> meant[pair.label()] || meant[pair.answer()])
                .map(this::line)
                .toList();
    }

    private Line line(Mistakes.Pair pair) {
        return new Line(name(pair.label()), name(pair.answer()), pair.count(), mistakes.images()[pair.label()]);
    }

    private String name(int c) {
        return c < classes.size() ? classes.get(c) : "class " + c;
    }

    /** What there is in all. */
    public String summary() {
        int[] images = mistakes.images();
        int[] right = mistakes.right();
        long seen = Arrays.stream(images).filter(count -> count > 0).count();
        long never = IntStream.range(0, images.length)
                .filter(c -> images[c] > 0 && right[c] == 0)
                .count();
        int all = mistakes.total();
        return String.format(
                Locale.US,
                "%,d of %,d images right. Of %,d classes %,d have images; %,d of these were never found.",
                Arrays.stream(right).sum(),
                all,
                images.length,
                seen,
                never);
    }

    /** The worst pairs as bars, and all of them as numbers. */
    Figure figure(SeriesTint tint) {
        List<Line> all = lines("");
        List<Line> worst = all.subList(0, Math.min(DRAWN, all.size()));
        BarSeries series = new BarSeries(
                "mistakes",
                "mistakes",
                tint,
                worst.stream().map(line -> (double) line.images()).toList());
        List<List<String>> rows = new ArrayList<>();
        all.forEach(line -> rows.add(
                List.of(line.label(), line.answer(), Integer.toString(line.images()), Integer.toString(line.of()))));
        return new TabledFigure(
                new BarChart(
                        "",
                        "Images",
                        worst.stream()
                                .map(line -> line.label() + " \u2192 " + line.answer())
                                .toList(),
                        List.of(series)),
                new FigureTable(List.of("label", "answer", "images", "images of the label"), rows));
    }
}
