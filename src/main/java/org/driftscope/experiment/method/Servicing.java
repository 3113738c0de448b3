package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Service;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Lives a chip's life up to its present age: when it is calibrated, as its {@link Upkeep} says. */
final class Servicing {
    private final Workbench bench;
    private final ExperimentSpec spec;
    private final Upkeep upkeep;
    private final boolean gains;
    private final CancelToken cancel;

    private Servicing(Workbench bench, ExperimentSpec spec, CancelToken cancel) {
        this.bench = bench;
        this.spec = spec;
        this.upkeep = spec.upkeep();
        this.gains = measuresGains(spec);
        this.cancel = cancel;
    }

    /** @param spec of the present age */
    static Service of(Workbench bench, ExperimentSpec spec, CancelToken cancel) {
        return new Servicing(bench, spec, cancel).lived();
    }

    /** Whether each layer's gain is measured at every check. */
    static boolean measuresGains(ExperimentSpec spec) {
        return spec.upkeep().gains()
                && TrialMethod.of(spec.calibration().method()).leavesAdapters();
    }

    private Service lived() {
        double now = spec.chip().secondsSinceProgramming();
        if (!spec.isKept()) {
            return Service.unlooked(1, now, 0, drawn());
        }
        double first = spec.calibration().settings().keptFrom();
        List<Double> checks = Upkeep.checks(first, now);
        if (upkeep.looks()) {
            return onDemand(first, checks);
        }
        Upkeep.Calendar calendar = upkeep.calendar(first, now);
        long measured = gains ? checks.size() : 0;
        return Service.unlooked(calendar.times(), calendar.last(), measured, (calendar.times() + measured) * drawn());
    }

    /** From one check to the next; a life that is known up to a younger age is not lived again. */
    private Service onDemand(double first, List<Double> checks) {
        Service lived = bench.serviced(at(first), () -> calibrated(first, List.of(), 0, 0), cancel);
        for (double age : checks) {
            Service before = lived;
            lived = bench.serviced(at(age), () -> checked(age, before), cancel);
        }
        return lived;
    }

    private Service checked(double age, Service before) {
        long measured = before.gains() + (gains ? 1 : 0);
        long images = before.images() + checkImages() + (gains ? drawn() : 0);
        boolean due = agreement(age, before.last()) < before.agreement() - upkeep.amount() / 100;
        return due
                ? calibrated(age, before.moments(), measured, images)
                : new Service(before.times(), before.last(), measured, images, before.moments(), before.agreement());
    }

    private Service calibrated(double age, List<Double> before, long measured, long images) {
        List<Double> moments = new ArrayList<>(before);
        moments.add(age);
        return new Service(
                moments.size(), age, measured, images + drawn() + checkImages(), moments, agreement(age, age));
    }

    /** @param last age at the last calibration, s */
    private double agreement(double age, double last) {
        ExperimentSpec then = at(age);
        Chip chip = bench.chip(then.chip(), then.driftedLayers().in(bench.network()), cancel);
        Trial trial = Trial.of(bench, then, chip, (layer, result) -> {});
        Correction correction =
                AgedCorrection.of(trial, last, Progress.none(), cancel).correction();
        return bench.agreement(correction.network(), correction.changes(), checkImages(), cancel);
    }

    private ExperimentSpec at(double age) {
        return spec.withChip(spec.chip().withAge(age));
    }

    private int checkImages() {
        return spec.calibration().settings().checkImages();
    }

    /** Images of a calibration. */
    private long drawn() {
        CalibrationSpec calibration = spec.calibration();
        boolean atTheFactory = calibration.method().is(Method.Trait.MADE_BEFORE);
        return calibration.drawsImages() && !atTheFactory ? calibration.samples() : 0;
    }
}
