package org.driftscope.ui.control;

/**
 * Equal distances for equal differences.
 *
 * @param shownFactor what a value is multiplied by to be shown: 100 for a fraction shown in per cent
 * @param low least that may be typed
 * @param high most that may be typed
 */
record LinearScale(double min, double max, double step, double shownFactor, String unit, double low, double high)
        implements NumberScale {
    @Override
    public NumberScale typed(double lowest, double highest) {
        return new LinearScale(min, max, step, shownFactor, unit, lowest, highest);
    }

    @Override
    public String allowed() {
        return (isWhole() ? "a whole number, " : "") + NumberScale.plain(low * shownFactor) + " to " + format(high);
    }

    private boolean isWhole() {
        return step == 1 && shownFactor == 1;
    }

    @Override
    public double toPosition(double value) {
        return Math.min(1, Math.max(0, (value - min) / (max - min)));
    }

    @Override
    public double fromPosition(double position) {
        double steps = Math.round((min + position * (max - min)) / step);
        // divided rather than multiplied where the step is a fraction: 0.15, not 0.15000000000000002
        double value = step < 1 ? steps / Math.round(1 / step) : steps * step;
        return Math.min(max, Math.max(min, value));
    }

    @Override
    public String format(double value) {
        return NumberScale.plain(value * shownFactor, unit);
    }

    @Override
    public double parse(String text) {
        double value = NumberScale.leadingNumber(text, unit) / shownFactor;
        boolean fits = value >= low && value <= high && (!isWhole() || value == Math.rint(value));
        return fits ? value : Double.NaN;
    }

    @Override
    public double step() {
        return step / (max - min);
    }
}
