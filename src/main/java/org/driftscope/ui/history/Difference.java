package org.driftscope.ui.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.support.Percent;
import org.driftscope.ui.control.table.SettingText;

/**
 * One line of two trials side by side.
 *
 * @param name of the setting or the number
 * @param first as shown
 * @param second as shown
 */
record Difference(String name, String first, String second) {

    /** The settings that differ, then the numbers, differing or not. */
    static List<Difference> between(HistoryRow first, HistoryRow second) {
        List<Difference> lines = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(first.settings().keySet());
        names.addAll(second.settings().keySet());
        for (String name : names) {
            String one = SettingText.value(name, first.settings().get(name));
            String other = SettingText.value(name, second.settings().get(name));
            if (!one.equals(other)) {
                lines.add(new Difference(SettingText.title(name), one, other));
            }
        }
        lines.add(number("Clean %", first, second, outcome -> Percent.of(outcome.cleanTop1()), "%.1f"));
        lines.add(number("Drifted %", first, second, outcome -> Percent.of(outcome.driftedTop1()), "%.1f"));
        lines.add(number("Calibrated %", first, second, outcome -> Percent.of(outcome.calibratedTop1()), "%.1f"));
        lines.add(number("Updated %", first, second, TrialOutcome::updatedPercent, "%.2f"));
        lines.add(number("Updated parameters", first, second, TrialOutcome::updatedParameters, "%,.0f"));
        lines.add(number("SRAM bits", first, second, TrialOutcome::sramBits, "%,.0f"));
        lines.add(number("RRAM writes", first, second, TrialOutcome::rramWrites, "%,.0f"));
        lines.add(number("Images", first, second, TrialOutcome::images, "%,.0f"));
        lines.add(number("Seconds", first, second, TrialOutcome::calibrationSeconds, "%.2f"));
        return lines;
    }

    private static Difference number(
            String name, HistoryRow first, HistoryRow second, ToDoubleFunction<TrialOutcome> value, String format) {
        return new Difference(name, text(first, value, format), text(second, value, format));
    }

    private static String text(HistoryRow row, ToDoubleFunction<TrialOutcome> value, String format) {
        return String.format(Locale.US, format, value.applyAsDouble(row.trial().outcome()));
    }
}
