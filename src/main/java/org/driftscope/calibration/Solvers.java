package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.LargeLayerSolver.Ground;
import org.driftscope.calibration.LargeLayerSolver.Made;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.GradientFitter;
import org.driftscope.calibration.fit.GroupFitter;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LargeProducts;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.fit.ScaleFitter;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;

/** Makes the solver a specification asks for. */
public final class Solvers {
    /** After 20 alternations of scale and low-rank part the loss has settled; 6 leave 0.8 % in it. */
    private static final int ALTERNATIONS = 20;

    private Solvers() {}

    /**
     * Sets up one layer; with the closed form this is where the factorisation happens, so a rank costs little afterwards.
     *
     * @param spec method, magnitude, bias, solver (its rank is not used here)
     * @param statistics of the layer's inputs
     * @param target clean weights Wt, [rows, cols]
     * @param drifted weights read through the crossbar Wr, [rows, cols]; never modified
     * @param random starts the gradient solver's A
     * @param cancel looked at between groups of this set-up; a solve has its own
     * @throws org.driftscope.support.IncompatibleShapeException if statistics and weights are not of one layer
     */
    public static LayerSolver of(
            CalibrationSpec spec,
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            RandomSource random,
            CancelToken cancel) {
        return of(spec, statistics, target, drifted, null, random, cancel);
    }

    /**
     * As above, of a chip whose outputs may not be linear.
     *
     * @param outputs as they were measured; null for what the weights make of the inputs. Not looked at for large layers
     */
    public static LayerSolver of(
            CalibrationSpec spec,
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            @Nullable OutputMoments outputs,
            RandomSource random,
            CancelToken cancel) {
        if (LargeLayerSolver.suits(statistics, target)) {
            return large(spec, statistics, target, drifted, random, cancel);
        }
        AdapterParts correction = AdapterParts.of(spec);
        LayerProblem problem = new LayerProblem(
                statistics, target, drifted, LayerProblem.Start.of(spec.settings()), outputs, correction.bias());
        List<GroupFitter> fitters = new ArrayList<>();
        for (GroupProblem group : problem.groups()) {
            cancel.throwIfCancelled();
            RandomSource source = random.child(fitters.size());
            fitters.add(
                    spec.solver() == SolverKind.CLOSED_FORM
                            ? closedForm(group, correction, statistics)
                            : new GradientFitter(group, correction.bias(), correction.fitsMagnitude(), source));
        }
        return new FittedLayerSolver(problem, correction, fitters);
    }

    /** Whether a layer is solved without keeping its problem in doubles. @param rows @param cols of a group */
    public static boolean isLarge(int rows, int cols) {
        return LargeLayerSolver.suits(rows, cols);
    }

    /** As {@link #of}, for a layer that is too large to be kept in doubles. */
    static LayerSolver large(
            CalibrationSpec spec,
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            RandomSource random,
            CancelToken cancel) {
        AdapterParts correction = AdapterParts.of(spec);
        boolean closedForm = spec.solver() == SolverKind.CLOSED_FORM;
        return new LargeLayerSolver(
                statistics,
                target,
                drifted,
                correction,
                spec.settings().layerGain(),
                (group, ground) -> closedForm
                        ? largeClosedForm(ground, correction, statistics)
                        : gradient(ground, correction, random.child(group)),
                cancel);
    }

    private static Made largeClosedForm(Ground ground, AdapterParts correction, LayerStatistics statistics) {
        if (!correction.lowRank()) {
            Matrix drifted = ground.drifted().get();
            Matrix gramDeviation = ground.gramTimes(ground.clean().get().minus(drifted));
            Matrix gramDrifted = ground.gramTimes(drifted);
            boolean scale = correction.fitsMagnitude();
            GroupFitter fitter = ScaleFitter.of(drifted, gramDeviation, gramDrifted, ground.ridge(), scale);
            return new Made(fitter, gramDeviation, gramDrifted);
        }
        try {
            LargeProducts products = ground.products();
            boolean scale = correction.fitsMagnitude();
            GroupFitter fitter =
                    new ClosedFormFitter(products.form(), products.backward(), ground.drifted(), scale, ALTERNATIONS);
            return new Made(fitter, products.gramDeviation(), products.gramDrifted());
        } catch (ArithmeticException notFinite) {
            throw statistics.notFinite(notFinite);
        }
    }

    /** The problem in doubles is made for each fit, and not kept. */
    private static Made gradient(Ground ground, AdapterParts correction, RandomSource random) {
        GroupFitter fitter = (rank, cancel) -> {
            GroupProblem problem = new GroupProblem(
                    ground.moments(), ground.clean().get(), ground.drifted().get());
            return new GradientFitter(problem, correction.bias(), correction.fitsMagnitude(), random).fit(rank, cancel);
        };
        return Made.of(fitter, ground);
    }

    private static GroupFitter closedForm(GroupProblem group, AdapterParts correction, LayerStatistics statistics) {
        double ridge = ClosedFormFitter.ridge(group, ClosedFormFitter.eps(statistics.images()));
        boolean scale = correction.fitsMagnitude();
        if (!correction.lowRank()) {
            return ScaleFitter.of(group, ridge, correction.bias(), scale);
        }
        try {
            return new ClosedFormFitter(group, ridge, correction.bias(), scale, ALTERNATIONS);
        } catch (ArithmeticException notFinite) {
            throw statistics.notFinite(notFinite);
        }
    }

    /** What a factorisation gives, or a sentence where it met NaN or infinity. */
    static <T> T finite(LayerStatistics statistics, Supplier<T> factorise) {
        try {
            return factorise.get();
        } catch (ArithmeticException notFinite) {
            throw statistics.notFinite(notFinite);
        }
    }
}
