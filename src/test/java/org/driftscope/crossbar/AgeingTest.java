package org.driftscope.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.PyRramStages;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One chip grows old: nothing is drawn anew as time goes on. */
class AgeingTest {
    private static final int SIZE = 64;
    private static final int CHIPS = 20;

    private static Crossbar crossbar(DeviceKind device, WeightMatrix weights, long seed) {
        CrossbarSpec spec =
                CrossbarSpec.defaults().withRange(device.usualRange()).withClipToRange(device.clips());
        return Crossbar.program("l", weights, spec, device.model(), RandomSource.of(seed));
    }

    private static WeightMatrix uniform(Random random) {
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return new WeightMatrix(SIZE, SIZE, values);
    }

    @Test
    void aCellKeepsItsExponentForLife() {
        DeviceKind pcm = DeviceKinds.named("pcm");
        Crossbar crossbar = crossbar(pcm, uniform(new Random(1)), 5);
        float[] written = crossbar.programmed().gPlus().valuesUs();
        float[] day = crossbar.drift(pcm.model(), Age.parse("1d")).gPlus().valuesUs();
        float[] year = crossbar.drift(pcm.model(), Age.parse("1y")).gPlus().valuesUs();
        for (int i = 0; i < written.length; i++) {
            if (written[i] > 1) {
                double first = Math.log(day[i] / written[i]) / Math.log((Age.parse("1d") + 20) / 20);
                double later = Math.log(year[i] / written[i]) / Math.log((Age.parse("1y") + 20) / 20);
                assertThat(later).isCloseTo(first, within(1e-5));
            }
        }
    }

    @Test
    void aDeviceWritesWithAnErrorOfItsOwnUnlessOneIsSet() {
        DeviceKind pcm = DeviceKinds.named("pcm");
        Crossbar own = crossbar(pcm, uniform(new Random(1)), 5);
        assertThat(own.programmed()).isNotSameAs(own.target());
        DeviceKind wan = DeviceKinds.named("wan2022");
        Crossbar exact = crossbar(wan, uniform(new Random(1)), 5);
        assertThat(exact.programmed()).isSameAs(exact.target());
    }

    @Test
    void aPublishedErrorOfWritingComesBeforeAnyDevicesDriftAndChangesNoOtherDraw() {
        DeviceKind milo = DeviceKinds.named("milo");
        WeightMatrix weights = uniform(new Random(1));
        Crossbar alone = crossbar(milo, weights, 5);
        assertThat(alone.drift(milo.model(), 0).gPlus().valuesUs())
                .as("nothing is known of later")
                .isEqualTo(alone.programmed().gPlus().valuesUs());
        CrossbarSpec written = CrossbarSpec.defaults()
                .withRange(milo.usualRange())
                .withClipToRange(false)
                .withProgrammingError(new ProgrammingError(1, ProgrammingError.RelativeTo.MILO));
        for (String id : new String[] {"relative", "pcm", "power-law"}) {
            DriftModel drift = DeviceKinds.named(id).model();
            Crossbar before = Crossbar.program("l", weights, written, drift, RandomSource.of(5));
            assertThat(before.programmed().gPlus().valuesUs())
                    .as(id)
                    .isEqualTo(alone.programmed().gPlus().valuesUs());
        }
        // what a cell's exponent amounts to in a day is its own, however it was written
        DriftModel law = DeviceKinds.named("power-law").model();
        Crossbar before = Crossbar.program("l", weights, written, law, RandomSource.of(5));
        Crossbar exact = Crossbar.program(
                "l", weights, written.withProgrammingError(ProgrammingError.none()), law, RandomSource.of(5));
        float[] erring = before.drift(law, Age.parse("1d")).gPlus().valuesUs();
        float[] exactly = exact.drift(law, Age.parse("1d")).gPlus().valuesUs();
        for (int i = 0; i < erring.length; i++) {
            assertThat(erring[i] / before.programmed().gPlus().valuesUs()[i])
                    .isCloseTo(exactly[i] / exact.target().gPlus().valuesUs()[i], within(1e-5f));
        }
    }

    @Test
    void aCellRelaxesByANumberOfItsOwnAndLeavingThatOutChangesNoOtherDraw() {
        DeviceKind pyrram = DeviceKinds.named("pyrram");
        CrossbarSpec wide = CrossbarSpec.defaults()
                .withRange(new ConductanceRange(1000, 2000))
                .withClipToRange(true);
        WeightMatrix weights = uniform(new Random(1));
        DriftModel all = pyrram.model().with(PyRramStages.RELAXATION, .01);
        DriftModel still = all.with(PyRramStages.RELAXATION, 0);
        DriftModel relaxing = all.with(PyRramStages.DRIFT, 0);
        float[] both = moved(wide, weights, all);
        float[] alone = moved(wide, weights, still);
        float[] relaxed = moved(wide, weights, relaxing);
        float[] written = moved(wide, weights, still.with(PyRramStages.DRIFT, 0));
        double square = 0;
        double together = 0;
        int inside = 0;
        for (int i = 0; i < both.length; i++) {
            if (Math.min(Math.min(both[i], alone[i]), Math.min(relaxed[i], written[i])) > 1000
                    && Math.max(Math.max(both[i], alone[i]), Math.max(relaxed[i], written[i])) < 2000) {
                // the drift's number is the same with and without relaxation
                double drift = (alone[i] / written[i] - 1) / .2;
                assertThat((both[i] / relaxed[i] - 1) / .2).isCloseTo(drift, within(1e-5));
                double relax = (relaxed[i] - written[i]) / (.01 * 2000);
                square += relax * relax;
                together += relax * drift;
                inside++;
            }
        }
        assertThat(inside).isGreaterThan(200);
        assertThat(square / inside).isCloseTo(1, within(.3));
        assertThat(together / inside).as("independent").isCloseTo(0, within(.2));
        assertThat(moved(wide, weights, all)).as("the same chip").isEqualTo(both);
    }

    @Test
    void cellsThatStayInTheirRangeDoSoAfterEachStage() {
        DeviceKind pyrram = DeviceKinds.named("pyrram");
        Crossbar crossbar = crossbar(pyrram, uniform(new Random(1)), 5);
        CellState written = crossbar.programmed();
        CellState moved = crossbar.drift(pyrram.model(), 0);
        for (CellState state : new CellState[] {written, moved}) {
            for (float gUs : state.gPlus().valuesUs()) {
                assertThat(gUs).isBetween(1f, 100f);
            }
        }
        CrossbarSpec open =
                CrossbarSpec.defaults().withRange(pyrram.usualRange()).withClipToRange(false);
        float[] unclipped = moved(open, uniform(new Random(1)), pyrram.model());
        float most = 0;
        for (float gUs : unclipped) {
            most = Math.max(most, gUs);
        }
        assertThat(most).as("where they need not").isGreaterThan(110);
    }

    private static float[] moved(CrossbarSpec spec, WeightMatrix weights, DriftModel model) {
        return Crossbar.program("l", weights, spec, model, RandomSource.of(5))
                .drift(model, 0)
                .gPlus()
                .valuesUs();
    }

    /** Root mean square errors of a matrix-vector product on pairs of cells, as other simulators have them. */
    @ParameterizedTest
    @CsvSource({"wan2022, 1s, .207", "wan2022, 1d, .394", "pcm, 1h, .640", "pcm, 1d, .925", "pcm, 10y, 1.485"})
    void productsAreAsWrongAsElsewhere(String id, String age, double expected) {
        DeviceKind device = DeviceKinds.named(id);
        Random random = new Random(3);
        double squares = 0;
        for (int chip = 0; chip < CHIPS; chip++) {
            WeightMatrix weights = uniform(random);
            Crossbar crossbar = crossbar(device, weights, chip);
            float[] aged = crossbar.effectiveWeights(crossbar.drift(device.model(), Age.parse(age)))
                    .values();
            double[] input = random.doubles(SIZE, -1, 1).toArray();
            for (int col = 0; col < SIZE; col++) {
                double error = 0;
                for (int row = 0; row < SIZE; row++) {
                    error += input[row] * (aged[row * SIZE + col] - weights.values()[row * SIZE + col]);
                }
                squares += error * error;
            }
        }
        assertThat(Math.sqrt(squares / (CHIPS * SIZE))).isCloseTo(expected, within(.08 * expected));
    }
}
