package org.driftscope.device.measured;

import org.driftscope.device.ConductanceRange;
import org.driftscope.support.FileNames;
import org.driftscope.support.PlainText;

/**
 * A device of one's own, as its file says.
 *
 * @param name short, for people and for files
 * @param about one sentence; may be empty
 * @param source who measured it; may be empty
 * @param range it is meant to be used in, µS
 * @param clips whether its cells stay in that range
 * @param table how its cells move
 * @param paths of single cells, where each simulated cell takes one; else none
 * @param origin what it was fitted to; "" where nothing is known
 */
public record MeasuredDevice(
        String name,
        String about,
        String source,
        ConductanceRange range,
        boolean clips,
        DriftTable table,
        ReplayedPaths paths,
        String origin) {
    private static final int LONGEST = 500;

    public MeasuredDevice {
        FileNames.require("name", name);
        if (paths.count() > 0 && paths.changesUs().length != table.seconds().length) {
            throw new IllegalArgumentException(
                    "paths have " + paths.changesUs().length + " times, but the table has " + table.seconds().length);
        }
        about = line(about);
        source = line(source);
        origin = line(origin);
    }

    /** Whether cells take measured paths instead of what was fitted. */
    public boolean isReplayed() {
        return paths.count() > 0;
    }

    /** The same device without paths. */
    public MeasuredDevice fitted() {
        return new MeasuredDevice(name, about, source, range, clips, table, ReplayedPaths.NONE, origin);
    }

    /** One line without control characters, not too long for a card. */
    private static String line(String text) {
        String plain = PlainText.of(text.strip());
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "\u2026";
    }
}
