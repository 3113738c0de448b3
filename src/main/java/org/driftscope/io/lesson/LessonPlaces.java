package org.driftscope.io.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;

/** Places of the window that a step can point at; every setting is one as well. */
public final class LessonPlaces {
    private static final Map<String, String> PLACES = places();

    private LessonPlaces() {}

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("figures", "key-figures");
        places.put("sentence", "explanation");
        places.put("layerTable", "layers-table");
        places.put("maps", "heatmap");
        places.put("tiles", "tile-map");
        places.put("charts", "charts");
        places.put("sweepRanks", "recovery-sweep-ranks");
        places.put("calibrate", "calibrate");
        places.put("settings", "settings");
        places.put("cost", "cost-sram");
        places.put("anotherChip", "another-chip");
        places.put("undo", "undo");
        return places;
    }

    /** Names in files, without those of the settings. */
    public static List<String> names() {
        return List.copyOf(PLACES.keySet());
    }

    /** The id of a place's node in the window; "" where there is no such place. */
    public static String node(String name) {
        return PLACES.getOrDefault(
                name, Settings.find(name).map(Setting::option).orElse(""));
    }
}
