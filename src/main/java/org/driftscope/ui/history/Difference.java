package org.driftscope.ui.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.driftscope.experiment.archive.TrialColumns;
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
        TrialColumns.all()
                .forEach(column -> lines.add(
                        new Difference(column.label(), column.text(first.outcome()), column.text(second.outcome()))));
        return lines;
    }
}
