package org.driftscope.device;

import org.driftscope.support.SpecException;

/**
 * One power law for all cells, with a spread of exponents: {@code g(t) = g (t / t0)^-|nu + s z|} from t0 on. Source: Boybat et
 * al., Nature Communications 9 (2018).
 *
 * @param exponent nu, 0 to 1
 * @param spread s, 0 to 1
 * @param firstSeconds t0, above 0; until then nothing moves
 */
public record PowerLawDrift(double exponent, double spread, double firstSeconds) implements DriftModel {
    public PowerLawDrift {
        if (!(exponent >= 0 && exponent <= 1)) {
            throw new SpecException("exponent", exponent, "0 to 1");
        }
        if (!(spread >= 0 && spread <= 1)) {
            throw new SpecException("spread of the exponent", spread, "0 to 1");
        }
        if (!(firstSeconds > 0) || Double.isInfinite(firstSeconds)) {
            throw new SpecException("t0", firstSeconds, "above 0 s");
        }
    }

    @Override
    public String id() {
        return "power-law";
    }

    @Override
    public String source() {
        return "Boybat et al., Nature Communications 9 (2018)";
    }

    @Override
    public String describe() {
        return "power-law nu=" + exponent + " spread=" + spread + " t0=" + firstSeconds;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        double log = Math.log(Math.max(seconds, firstSeconds) / firstSeconds);
        return (target, programmed, normal) -> programmed * Math.exp(-log * Math.abs(exponent + spread * normal));
    }
}
