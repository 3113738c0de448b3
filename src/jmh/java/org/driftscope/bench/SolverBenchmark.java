package org.driftscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.LayerSolver;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.Solvers;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Closed-form calibration of all layers of a ResNet-20 on one thread, statistics known: a change of rank (adapters and
 * their errors). Each measurement has fresh solvers, as they keep what they solved; setting them up, which is where they
 * factorise, is not in the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
public class SolverBenchmark {
    @Param({"dora", "lora"})
    public String method = "";

    @Param({"1", "4", "16"})
    public int rank;

    private final List<WeightMatrix> clean = ResNet20Layers.weights("clean");
    private final List<WeightMatrix> drifted = new ArrayList<>();
    private final List<LayerStatistics> statistics =
            clean.stream().map(ResNet20Layers::statistics).toList();
    private final List<LayerSolver> solvers = new ArrayList<>();

    @Setup(Level.Trial)
    public void drift() {
        for (int i = 0; i < clean.size(); i++) {
            Crossbar crossbar =
                    Crossbar.program("layer" + i, clean.get(i), CrossbarSpec.defaults(), RandomSource.of(1));
            drifted.add(crossbar.effectiveWeights(crossbar.drift(new RelativeGaussianDrift(0.2), 0)));
        }
    }

    @Setup(Level.Iteration)
    public void factorise() {
        CalibrationSpec spec =
                new CalibrationSpec(Method.named("method", method), rank, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM, 10);
        solvers.clear();
        for (int i = 0; i < clean.size(); i++) {
            solvers.add(Solvers.of(
                    spec, statistics.get(i), clean.get(i), drifted.get(i), RandomSource.of(1), new CancelToken()));
        }
    }

    @Benchmark
    public double changeRank() {
        double error = 0;
        for (LayerSolver solver : solvers) {
            Adapter adapter = solver.solve(rank);
            error += solver.error(adapter);
        }
        return error;
    }
}
