package org.driftscope.ui.control;

/**
 * Equal distances for equal differences.
 *
 * @param shownFactor what a value is multiplied by to be shown: 100 for a fraction shown in per cent
 */
record LinearScale(double min, double max, double step, double shownFactor, String unit) implements NumberScale {
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
        String number = NumberScale.plain(value * shownFactor);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    @Override
    public double parse(String text) {
        double value = NumberScale.leadingNumber(text, unit) / shownFactor;
        return value >= min && value <= max ? value : Double.NaN;
    }

    @Override
    public double step() {
        return step / (max - min);
    }
}
