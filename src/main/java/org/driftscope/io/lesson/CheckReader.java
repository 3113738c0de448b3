package org.driftscope.io.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Setting.Kind;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.experiment.SettingValues;
import org.driftscope.io.lesson.LessonCheck.OfEvent;
import org.driftscope.io.lesson.LessonCheck.OfFigure;
import org.driftscope.io.lesson.LessonCheck.OfSetting;
import org.driftscope.io.lesson.LessonCheck.Relation;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlScalar;

/**
 * Reads checks: {@code {setting: onOff, atMost: 3}}, {@code {figure: drifted, falls: 5}}, {@code {event: calibrated}}.
 */
final class CheckReader {
    private static final double MOST = 1e18;
    private static final List<String> SUBJECTS = List.of("setting", "figure", "event");
    private static final List<String> RELATIONS =
            Arrays.stream(Relation.values()).map(Relation::id).toList();
    /** What values that are no numbers can be asked for. */
    private static final List<Relation> OF_WORDS = List.of(Relation.IS, Relation.NOT, Relation.CHANGED);

    private CheckReader() {}

    static List<LessonCheck> all(YamlNode node) {
        return LessonReader.atMost(node.oneOrMore(), node).stream()
                .map(item -> one(item.map()))
                .toList();
    }

    private static LessonCheck one(YamlMap map) {
        List<String> subjects = SUBJECTS.stream()
                .filter(subject -> map.find(subject).isPresent())
                .toList();
        if (subjects.size() != 1) {
            throw map.place().error("a check has one of 'setting', 'figure' and 'event'");
        }
        String subject = subjects.get(0);
        YamlScalar name = map.require(subject).scalar();
        if (subject.equals("event")) {
            map.requireOnly(List.of("event"));
            return new OfEvent(
                    LessonEvent.valueOf(name.choice(LessonEvent.ids()).toUpperCase(Locale.ROOT)));
        }
        List<String> keys = new ArrayList<>(List.of(subject));
        keys.addAll(RELATIONS);
        map.requireOnly(keys);
        List<Relation> relations = Arrays.stream(Relation.values())
                .filter(relation -> map.find(relation.id()).isPresent())
                .toList();
        if (relations.size() != 1) {
            throw map.place()
                    .error("a check of a " + subject + " says one of " + String.join(", ", RELATIONS)
                            + "; write two checks to ask for both");
        }
        Relation relation = relations.get(0);
        YamlNode value = map.require(relation.id());
        return subject.equals("figure")
                ? new OfFigure(figure(name), relation, number(relation, value))
                : ofSetting(name, relation, value);
    }

    private static LessonCheck ofSetting(YamlScalar name, Relation relation, YamlNode value) {
        Setting setting = Settings.find(name.text()).orElseThrow(() -> name.place()
                .error("there is no setting " + name.describe() + "; allowed: "
                        + String.join(
                                ", ", Settings.all().stream().map(Setting::name).toList())));
        boolean isNumber = setting.kind() == Kind.REAL || setting.kind() == Kind.INTEGER;
        if (!isNumber && !OF_WORDS.contains(relation)) {
            throw value.place()
                    .error("'" + setting.name() + "' is no number, so that '" + relation.id()
                            + "' says nothing; allowed: is, not, changed");
        }
        if (relation == Relation.CHANGED) {
            return new OfSetting(setting, relation, yes(value));
        }
        Object wanted = SettingValues.one(setting, value);
        return new OfSetting(setting, relation, wanted instanceof Long whole ? Double.valueOf(whole) : wanted);
    }

    private static double number(Relation relation, YamlNode value) {
        if (relation == Relation.CHANGED) {
            yes(value);
            return 0;
        }
        return value.scalar().real(-MOST, MOST);
    }

    private static boolean yes(YamlNode value) {
        if (!value.scalar().flag()) {
            throw value.place().error("'changed' is true, or is left out");
        }
        return true;
    }

    static LessonFigure figure(YamlScalar name) {
        Optional<LessonFigure> found = LessonFigure.find(name.text());
        return found.orElseThrow(() -> name.place()
                .error("there is no figure " + name.describe() + "; allowed: "
                        + String.join(", ", LessonFigure.ids())));
    }
}
