package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.network.AnalogLayer;
import org.driftscope.report.MethodTint;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.charts.model.FigureSource;
import org.driftscope.ui.charts.model.LayerErrorBar;
import org.driftscope.ui.charts.model.PointScores;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;

/** A filled view model with made-up numbers. */
public final class SampleCharts {
    public static final ChartNetwork NETWORK = new ChartNetwork("aa", "a.onnx");

    private static final double[][] DORA = {{2.34, .871}, {4.2, .898}, {7.9, .906}, {15.2, .910}};
    private static final double[][] LORA = {{1.9, .792}, {3.8, .845}, {7.5, .876}, {14.9, .890}};

    private SampleCharts() {}

    /** Fills a model with everything it can show. */
    public static void fill(ChartsViewModel model) {
        model.openNetworkProperty().set(NETWORK);
        model.points().setAll(points());
        for (int i = 0; i <= 8; i++) {
            for (int seed = 7; seed <= 8; seed++) {
                model.driftSweep()
                        .add(new SweepReading(
                                .05 * i,
                                seed,
                                .916,
                                .916 - .011 * i * i - .004 * (seed - 7),
                                .916 - .0012 * i * i,
                                Map.of("relative_drift", Double.toString(.05 * i))));
            }
        }
        model.sweepMadeProperty()
                .set(new SweepMade(
                        SweepAxis.DRIFT,
                        "DoRA, r = 2",
                        SeriesTint.DORA,
                        "a.onnx \u00b7 2,000 images of test.bin",
                        0,
                        Upkeep.once()));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            double before = .2 + .3 * random.nextDouble();
            model.layerErrors()
                    .add(new LayerErrorBar(
                            "layer" + (1 + i / 7) + "." + (i % 7) / 2 + ".conv" + (1 + i % 2), before, before * .3));
        }
        model.layerSourceProperty()
                .set(new FigureSource("a.onnx \u00b7 seed 7.", Map.of("command", "driftscope calibrate layers")));
        model.confusionsProperty().set(confusions(random));
        model.costs()
                .addAll(
                        cost(new Footprint("DoRA rank 1", 6376, 0, 0, 0, 0, 1_000_000)),
                        cost(new Footprint("sparse 2.34 %", 6376, 70_000, 0, 0, 0, 900_000)),
                        cost(new Footprint("drift compensation", 30, 0, 0, 0, 0, 200_000)),
                        cost(new Footprint("back-propagation, 60 updates", 0, 0, 544_948, 30_000, 60, 0)));
        model.inferenceProperty().set(inference(model.costs()));
    }

    /** One layer of 64 x 64 used at 100 positions. */
    private static InferenceCosts inference(List<RangedCost> costs) {
        AnalogLayer layer = new AnalogLayer("conv", 0, "Conv", 64, 64, 1, null, "x", "w", "b");
        return InferenceCosts.of(
                        List.of(layer),
                        one -> CrossbarSpec.defaults(),
                        Map.of("conv", 100L),
                        costs,
                        CostAssumptions.defaults())
                .orElseThrow();
    }

    private static RangedCost cost(Footprint footprint) {
        return RangedCost.of(footprint, CostAssumptions.defaults());
    }

    /** One more point. */
    public static RecoveryPoint named(String id) {
        return point(id, "DoRA", 3, 7, .9, 7);
    }

    /** Four ranks of two methods and one point of a third, in three seeds at one rank. */
    public static List<RecoveryPoint> points() {
        List<RecoveryPoint> points = new ArrayList<>();
        for (int i = 0; i < DORA.length; i++) {
            points.add(point("dora" + i, "DoRA", 1 << i, DORA[i][0], DORA[i][1], 7));
            points.add(point("lora" + i, "LoRA", 1 << i, LORA[i][0], LORA[i][1], 7));
        }
        points.add(point("dora-seed8", "DoRA", 1, 2.34, .861, 8));
        points.add(point("dora-seed9", "DoRA", 1, 2.34, .884, 9));
        points.add(point("magnitude", "Magnitude only", 0, .5, .741, 7));
        return points;
    }

    static RecoveryPoint point(String id, String method, int rank, double percent, double top1, long seed) {
        Map<String, String> setup = Map.of("relative drift", "20 % drift");
        PointScores scores = new PointScores(.916, .542 + .01 * (seed - 7), top1, 2000);
        return new RecoveryPoint(
                id,
                method,
                tint(method),
                rank,
                percent,
                Math.round(1_000 * percent),
                scores,
                seed,
                NETWORK,
                setup,
                Map.of("images", "10 images"),
                "",
                Map.of("seed", Long.toString(seed), "command", "driftscope calibrate " + id),
                List.of(),
                "",
                false);
    }

    public static SeriesTint tint(String label) {
        return Method.all().stream()
                .filter(method -> method.label().equalsIgnoreCase(label))
                .findFirst()
                .map(MethodTint::of)
                .orElse(SeriesTint.OTHER);
    }

    /** The same point hidden. */
    public static RecoveryPoint hidden(RecoveryPoint p) {
        return new RecoveryPoint(
                p.id(),
                p.method(),
                p.tint(),
                p.rank(),
                p.percent(),
                p.sramBits(),
                p.scores(),
                p.seed(),
                p.network(),
                p.setup(),
                p.settings(),
                p.kind(),
                p.data(),
                p.notes(),
                p.name(),
                true);
    }

    private static Confusions confusions(Random random) {
        List<String> classes =
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        Map<Confusions.State, Mistakes> counts = new EnumMap<>(Confusions.State.class);
        counts.put(Confusions.State.CLEAN, counts(random, 180, 4));
        counts.put(Confusions.State.DRIFTED, counts(random, 90, 20));
        return new Confusions(classes, counts, Map.of());
    }

    private static Mistakes counts(Random random, int right, int wrong) {
        IntStream.Builder labels = IntStream.builder();
        IntStream.Builder answers = IntStream.builder();
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                int count = (i == j ? right : 0) + random.nextInt(wrong);
                for (int image = 0; image < count; image++) {
                    labels.add(i);
                    answers.add(j);
                }
            }
        }
        return Mistakes.of(labels.build().toArray(), answers.build().toArray(), 10);
    }
}
