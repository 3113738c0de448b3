package org.driftscope.bench;

import java.util.concurrent.TimeUnit;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.support.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the cells of one tile, both arrays of its pairs, contribute where wires of 2.5 ohm a cell take part of the voltage. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 3)
public class WiresBenchmark {
    private static final double OHM = 2.5;

    @Param({"128", "256"})
    public int side;

    private Crossbar tile;
    private CellState held;

    @Setup
    public void program() {
        double[] drawn = RandomSource.of(3).gaussians(side * side);
        float[] weights = new float[drawn.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) drawn[i];
        }
        CircuitSpec circuit = CircuitSpec.ideal()
                .with(CircuitSettings.WIRE_ROWS, OHM)
                .with(CircuitSettings.WIRE_COLUMNS, OHM);
        CrossbarSpec spec = CrossbarSpec.defaults().withTile(side).withCircuit(circuit);
        tile = Crossbar.program("tile", new WeightMatrix(side, side, weights), spec, RandomSource.of(1));
        held = tile.programmed();
    }

    @Benchmark
    public CellState exact() {
        return tile.contributed(held);
    }

    @Benchmark
    public CellState roughly() {
        return tile.contributedRoughly(held);
    }
}
