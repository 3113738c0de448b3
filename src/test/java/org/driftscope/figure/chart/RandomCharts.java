package org.driftscope.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisSpec;

/** Line charts of every kind that the product can come to draw, and worse. */
public final class RandomCharts {
    private static final String[] WORDS = {
        "DoRA",
        "LoRA",
        "magnitude only",
        "sparse",
        "allocated ranks",
        "back-propagation of adapters",
        "bias only",
        "variance",
        "20 images",
        "the 5 most affected of 22 layers",
        "one-sided, on/off 10",
        "relative drift 20 %"
    };

    private final Random random;

    public RandomCharts(long seed) {
        this.random = new Random(seed);
    }

    public LineChart next() {
        int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 11 : 5);
        boolean log = random.nextBoolean();
        List<LineSeries> series = new ArrayList<>();
        double level = 10 + 85 * random.nextDouble();
        double spread = random.nextBoolean() ? 1 + random.nextDouble() * 4 : 40;
        for (int i = 0; i < count; i++) {
            series.add(series(i, log, level, spread));
        }
        List<ReferenceLine> lines = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            double clean = Math.min(100, level + spread * random.nextDouble());
            lines.add(new ReferenceLine(String.format("clean %.1f", clean), clean, SeriesTint.CLEAN));
            double drifted = Math.max(0, clean - spread * random.nextDouble() * 1.5);
            lines.add(new ReferenceLine(String.format("after drift %.1f", drifted), drifted, SeriesTint.DRIFTED));
        }
        AxisSpec x = log ? AxisSpec.log("Parameters updated (%)") : AxisSpec.linear("Relative drift (%)");
        String title = random.nextInt(4) == 0 ? "Panel of a study" : "";
        AxisSpec y = AxisSpec.percent("Top-1 accuracy (%)");
        return new LineChart(title, x, y, series, lines, random.nextBoolean());
    }

    private LineSeries series(int number, boolean log, double level, double spread) {
        int points = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(7);
        List<LinePoint> all = new ArrayList<>();
        double x = 0.1 + 3 * random.nextDouble();
        for (int i = 0; i < points; i++) {
            double y = Math.max(0, Math.min(100, level + spread * (random.nextDouble() - 0.5)));
            double error = random.nextInt(3) == 0 ? 0 : random.nextDouble() * spread * 0.3;
            String label = random.nextInt(3) == 0 ? "" : "r = " + (1 << i);
            all.add(new LinePoint(x, y, error, label));
            x = log ? x * (1.3 + random.nextDouble() * 2) : x + random.nextDouble() * 10;
        }
        SeriesTint tint = SeriesTint.values()[random.nextInt(SeriesTint.values().length)];
        return new LineSeries("s" + number, name(), tint, random.nextInt(5) > 0, all);
    }

    private String name() {
        StringBuilder name = new StringBuilder(WORDS[random.nextInt(7)]);
        for (int i = random.nextInt(4) == 0 ? random.nextInt(4) : 0; i > 0; i--) {
            name.append(", ").append(WORDS[7 + random.nextInt(5)]);
        }
        return name.toString();
    }
}
