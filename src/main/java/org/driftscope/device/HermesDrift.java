package org.driftscope.device;

/**
 * Phase-change cells of the HERMES chip, written as pairs of one or two devices a side: {@code g(t) = gProg ((t + t0) /
 * t0)^-nu}. Source: Le Gallo et al., Nature Electronics 6 (2023). Ranges other than the measured one are scaled.
 *
 * @param cell one device a cell (10.35 µS) or two (20.7 µS)
 */
public record HermesDrift(Cell cell) implements DriftModel {
    private static final double LEAST = 1e-7;
    private static final double KNEE = .0945;

    /** How many devices make a cell, with what was fitted for it. */
    public enum Cell {
        ONE("hermes-1", 10.35, 200, new double[] {.15781817, 2.32443916, -2.16310839, .68841818}) {
            @Override
            double spread(double share) {
                return share < .3039
                        ? Polynomial.clamp(-.0120 * Math.log(share) - .0023, .0124, .04)
                        : Polynomial.of(new double[] {.0104, .0116, -.0165}, share);
            }
        },
        TWO("hermes-2", 20.7, 300, new double[] {.16603222, 4.71806468, -8.48101252, 4.68961419}) {
            @Override
            double spread(double share) {
                return share < .3055
                        ? Polynomial.clamp(-.0117 * Math.log(share) - .0057, .0091, .04)
                        : Polynomial.of(new double[] {.0073, .0093, -.0118}, share);
            }
        };

        private final String id;
        private final double referenceUs;
        private final double firstRead;
        private final double[] writeFit;

        Cell(String id, double referenceUs, double firstRead, double[] writeFit) {
            this.id = id;
            this.referenceUs = referenceUs;
            this.firstRead = firstRead;
            this.writeFit = writeFit;
        }

        /** Of the exponents of cells of one target. @param share of the highest conductance */
        abstract double spread(double share);
    }

    @Override
    public String id() {
        return cell.id;
    }

    @Override
    public String source() {
        return "Le Gallo et al., Nature Electronics 6 (2023)";
    }

    @Override
    public boolean writesExactly() {
        return false;
    }

    @Override
    public double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        double gMaxUs = range.gMaxUs();
        return gTargetUs + gMaxUs / cell.referenceUs * Polynomial.of(cell.writeFit, gTargetUs / gMaxUs) * cellNormal;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        double gMaxUs = range.gMaxUs();
        double log = Math.log((seconds + cell.firstRead) / cell.firstRead);
        return (target, programmed, normal) -> {
            double share = Math.max(target / gMaxUs, LEAST);
            return programmed * Math.exp(-log * Math.abs(mean(share) + cell.spread(share) * normal));
        };
    }

    private static double mean(double share) {
        return share < KNEE
                ? Polynomial.clamp(-.0387 * Math.log(share) - .0182, .0720, .13)
                : Polynomial.of(new double[] {.0736, -.0126, -.0436}, share);
    }
}
