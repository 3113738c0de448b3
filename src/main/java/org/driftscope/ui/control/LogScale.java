package org.driftscope.ui.control;

/**
 * Equal distances for equal ratios.
 *
 * @param openEnd whether the right end stands for infinity
 * @param above what is typed must be more than this
 * @param high most that may be typed
 */
record LogScale(double min, double max, boolean openEnd, String unit, double above, double high)
        implements NumberScale {
    private static final double OPEN_FROM = 0.97;

    @Override
    public NumberScale typed(double lowest, double highest) {
        return new LogScale(min, max, openEnd, unit, lowest, highest);
    }

    @Override
    public String allowed() {
        return "above " + NumberScale.plain(above)
                + (Double.isInfinite(high) ? "" : ", up to " + NumberScale.plain(high))
                + (unit.isEmpty() ? "" : " " + unit)
                + (openEnd ? ", or ∞" : "");
    }

    private double end() {
        return openEnd ? OPEN_FROM : 1;
    }

    @Override
    public double toPosition(double value) {
        if (Double.isInfinite(value)) {
            return 1;
        }
        return Math.min(end(), Math.max(0, Math.log(value / min) / Math.log(max / min) * end()));
    }

    @Override
    public double fromPosition(double position) {
        if (openEnd && position > OPEN_FROM + 0.01) {
            return Double.POSITIVE_INFINITY;
        }
        double value = min * Math.pow(max / min, Math.min(1, position / end()));
        double unitOfLast = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.min(max, Math.max(min, Math.round(value / unitOfLast) * unitOfLast));
    }

    @Override
    public String format(double value) {
        String number = Double.isInfinite(value) ? "∞" : NumberScale.plain(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    @Override
    public double parse(String text) {
        if (openEnd && (text.contains("∞") || text.strip().equalsIgnoreCase("inf"))) {
            return Double.POSITIVE_INFINITY;
        }
        double value = NumberScale.leadingNumber(text, unit);
        return value > above && value <= high && Double.isFinite(value) ? value : Double.NaN;
    }

    @Override
    public double step() {
        return 0.02;
    }
}
