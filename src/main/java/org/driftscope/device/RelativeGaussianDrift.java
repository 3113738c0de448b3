package org.driftscope.device;

import org.driftscope.support.SpecException;

/**
 * Relative-Gaussian drift: {@code g' = g + N(0, (rho g)^2)}. Source: Dong et al., arXiv 2504.03763 (2025). Valid for rho
 * up to about 0.2; measured devices drift relatively more at low conductance (Wan et al., Nature 2022). Ignores time.
 *
 * @param relativeDrift rho = sigma / g, 0 to 1
 */
public record RelativeGaussianDrift(double relativeDrift) implements DriftModel {
    public RelativeGaussianDrift {
        if (!(relativeDrift >= 0 && relativeDrift <= 1)) {
            throw new SpecException("relative drift", relativeDrift, "0 to 1 (0.2 means 20 %)");
        }
    }

    @Override
    public String id() {
        return "relative";
    }

    @Override
    public String source() {
        return "Dong et al., arXiv 2504.03763 (2025)";
    }

    @Override
    public String describe() {
        return "RelativeGaussianDrift[relativeDrift=" + relativeDrift + "]";
    }

    @Override
    public boolean ages() {
        return false;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        return (target, programmed, normal) -> programmed * (1 + relativeDrift * normal);
    }
}
