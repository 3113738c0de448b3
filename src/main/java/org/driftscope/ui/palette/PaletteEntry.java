package org.driftscope.ui.palette;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An item of a menu, or a button of the bar.
 *
 * @param name as the menu has it
 * @param place the menu it is in, "" for the bar itself
 * @param meaning a sentence that is searched too; "" for none
 * @param keys as this platform writes them; "" for none
 * @param refusal why it cannot be done now; "" where it can
 * @param action does it
 */
public record PaletteEntry(String name, String place, String meaning, String keys, String refusal, Runnable action) {
    /** Whether every word is somewhere in it, and how well: less is better, below 0 is not at all. */
    int rank(String words) {
        String query = words.strip().toLowerCase(Locale.ROOT);
        String named = name.toLowerCase(Locale.ROOT);
        if (named.startsWith(query)) {
            return 0;
        }
        List<String> all = Arrays.asList(query.split("\\s+"));
        if (all.stream().allMatch(named::contains)) {
            return 1;
        }
        String whole = (name + " " + place + " " + meaning + " " + keys).toLowerCase(Locale.ROOT);
        return all.stream().allMatch(whole::contains) ? 2 : -1;
    }

    /** Those that fit, the best first, in the menus' order. */
    static List<PaletteEntry> found(List<PaletteEntry> entries, String words) {
        return entries.stream()
                .filter(entry -> entry.rank(words) >= 0)
                .sorted((a, b) -> Integer.compare(a.rank(words), b.rank(words)))
                .toList();
    }
}
