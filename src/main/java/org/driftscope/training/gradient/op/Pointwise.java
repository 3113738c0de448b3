package org.driftscope.training.gradient.op;

import java.util.Map;
import java.util.TreeMap;
import org.driftscope.network.Attributes;
import org.driftscope.training.gradient.DifferentiableOp;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions of one number whose derivative is written down here; in double, in plain Java. */
final class Pointwise {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double TANH_FACTOR = Math.sqrt(2 / Math.PI);

    private Pointwise() {}

    /** A function of one number with its settings. */
    @FunctionalInterface
    private interface Formula {
        double at(double x, Attributes settings);
    }

    static Map<String, DifferentiableOp> all() {
        Map<String, DifferentiableOp> ops = new TreeMap<>();
        ops.put("Sqrt", of((x, s) -> Math.sqrt(x), (x, s) -> 0.5 / Math.sqrt(x)));
        ops.put("Exp", of((x, s) -> Math.exp(x), (x, s) -> Math.exp(x)));
        ops.put("Log", of((x, s) -> Math.log(x), (x, s) -> 1 / x));
        ops.put("Reciprocal", of((x, s) -> 1 / x, (x, s) -> -1 / (x * x)));
        ops.put("Abs", of((x, s) -> Math.abs(x), (x, s) -> Math.signum(x)));
        ops.put("Neg", of((x, s) -> -x, (x, s) -> -1));
        ops.put("Sin", of((x, s) -> Math.sin(x), (x, s) -> Math.cos(x)));
        ops.put("Cos", of((x, s) -> Math.cos(x), (x, s) -> -Math.sin(x)));
        ops.put("Softplus", of((x, s) -> softplus(x), (x, s) -> logistic(x)));
        ops.put("Softsign", of((x, s) -> x / (1 + Math.abs(x)), (x, s) -> 1 / square(1 + Math.abs(x))));
        ops.put("Swish", of((x, s) -> x * logistic(alpha(s, 1) * x), Pointwise::swishSlope));
        ops.put("Mish", of((x, s) -> x * Math.tanh(softplus(x)), (x, s) -> mishSlope(x)));
        ops.put("Erf", of((x, s) -> ErrorFunction.of(x), (x, s) -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x)));
        ops.put("Gelu", of(Pointwise::gelu, Pointwise::geluSlope));
        ops.put("HardSigmoid", of((x, s) -> hard(x, alpha(s, 0.2f), beta(s)), Pointwise::hardSlope));
        ops.put("HardSwish", of((x, s) -> x * hard(x, 1 / 6.0, 0.5), (x, s) -> hardSwishSlope(x)));
        ops.put("Selu", of(Pointwise::selu, Pointwise::seluSlope));
        ops.put("Celu", of(Pointwise::celu, (x, s) -> x > 0 ? 1 : Math.exp(x / alpha(s, 1))));
        ops.put("ThresholdedRelu", of((x, s) -> x > alpha(s, 1) ? x : 0, (x, s) -> x > alpha(s, 1) ? 1 : 0));
        ops.put("Shrink", of(Pointwise::shrink, (x, s) -> Math.abs(x) > s.real("lambd", 0.5f) ? 1 : 0));
        for (String step : new String[] {"Sign", "Floor", "Ceil", "Round"}) {
            ops.put(step, of((x, s) -> step(step, x), (x, s) -> 0));
        }
        return ops;
    }

    private static DifferentiableOp of(Formula function, Formula slope) {
        return call -> {
            INDArray input = call.input(0);
            Attributes settings = call.attributes();
            float[] x = FloatArrays.copyOf(input);
            float[] y = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = (float) function.at(x[i], settings);
            }
            return new Recorded(FloatArrays.of(y, input.shape()), (gradient, inputs) -> {
                float[] dx = FloatArrays.copyOf(gradient);
                for (int i = 0; i < dx.length; i++) {
                    dx[i] *= (float) slope.at(x[i], settings);
                }
                inputs.add(0, FloatArrays.of(dx, input.shape()));
            });
        };
    }

    private static double alpha(Attributes settings, float otherwise) {
        return settings.real("alpha", otherwise);
    }

    private static double beta(Attributes settings) {
        return settings.real("beta", 0.5f);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double swishSlope(double x, Attributes settings) {
        double alpha = alpha(settings, 1);
        double gate = logistic(alpha * x);
        return gate + alpha * x * gate * (1 - gate);
    }

    private static double mishSlope(double x) {
        double t = Math.tanh(softplus(x));
        return t + x * (1 - t * t) * logistic(x);
    }

    private static boolean usesTanh(Attributes settings) {
        return settings.text("approximate", "none").equals("tanh");
    }

    private static double gelu(double x, Attributes settings) {
        double phi = usesTanh(settings)
                ? Math.tanh(TANH_FACTOR * (x + 0.044715 * x * x * x))
                : ErrorFunction.of(x * ROOT_HALF);
        return 0.5 * x * (1 + phi);
    }

    private static double geluSlope(double x, Attributes settings) {
        if (usesTanh(settings)) {
            double t = Math.tanh(TANH_FACTOR * (x + 0.044715 * x * x * x));
            return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * TANH_FACTOR * (1 + 3 * 0.044715 * x * x);
        }
        double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
        return 0.5 * (1 + ErrorFunction.of(x * ROOT_HALF)) + x * density;
    }

    private static double hard(double x, double alpha, double beta) {
        return Math.max(0, Math.min(1, alpha * x + beta));
    }

    private static double hardSlope(double x, Attributes settings) {
        double gate = alpha(settings, 0.2f) * x + beta(settings);
        return gate > 0 && gate < 1 ? alpha(settings, 0.2f) : 0;
    }

    private static double hardSwishSlope(double x) {
        return x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5;
    }

    private static double selu(double x, Attributes settings) {
        return settings.real("gamma", 1.05070102f) * (x > 0 ? x : alpha(settings, 1.67326319f) * Math.expm1(x));
    }

    private static double seluSlope(double x, Attributes settings) {
        return settings.real("gamma", 1.05070102f) * (x > 0 ? 1 : alpha(settings, 1.67326319f) * Math.exp(x));
    }

    private static double celu(double x, Attributes settings) {
        double alpha = alpha(settings, 1);
        return x > 0 ? x : alpha * Math.expm1(x / alpha);
    }

    private static double shrink(double x, Attributes settings) {
        double bias = settings.real("bias", 0);
        double edge = settings.real("lambd", 0.5f);
        return x > edge ? x - bias : x < -edge ? x + bias : 0;
    }

    private static double step(String op, double x) {
        return switch (op) {
            case "Sign" -> Math.signum(x);
            case "Floor" -> Math.floor(x);
            case "Ceil" -> Math.ceil(x);
            default -> Math.rint(x);
        };
    }
}
