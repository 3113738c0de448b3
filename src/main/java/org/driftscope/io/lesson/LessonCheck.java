package org.driftscope.io.lesson;

import org.driftscope.experiment.setting.Setting;

/** What has to be so before a step counts as done; declared in the file, looked at in the window. */
public sealed interface LessonCheck {
    /**
     * A setting stands so.
     *
     * @param value of the setting's kind; without meaning for {@link Relation#CHANGED}
     */
    record OfSetting(Setting setting, Relation relation, Object value) implements LessonCheck {}

    /** A figure that was measured for what is set stands so. @param value in the figure's unit */
    record OfFigure(LessonFigure figure, Relation relation, double value) implements LessonCheck {}

    /** Something was done. */
    record OfEvent(LessonEvent event) implements LessonCheck {}

    /** How a value stands to another. */
    enum Relation {
        IS("is", false),
        NOT("not", false),
        ABOVE("above", false),
        BELOW("below", false),
        AT_LEAST("atLeast", false),
        AT_MOST("atMost", false),
        /** Is another than when the step began. */
        CHANGED("changed", true),
        /** Is higher than when the step began, by at least so much. */
        RISES("rises", true),
        /** Is lower than when the step began, by at least so much. */
        FALLS("falls", true),
        /** Is less than so much away from where it was when the step began. */
        STAYS("stays", true);

        private final String id;
        private final boolean looksBack;

        Relation(String id, boolean looksBack) {
            this.id = id;
            this.looksBack = looksBack;
        }

        /** Its name in files. */
        public String id() {
            return id;
        }

        /** Whether it looks at what was when the step began. */
        public boolean looksBack() {
            return looksBack;
        }

        /** Whether numbers stand so. @param before when the step began */
        public boolean holds(double now, double before, double value) {
            return switch (this) {
                case IS -> now == value;
                case NOT -> now != value;
                case ABOVE -> now > value;
                case BELOW -> now < value;
                case AT_LEAST -> now >= value;
                case AT_MOST -> now <= value;
                case CHANGED -> now != before;
                case RISES -> now - before >= value;
                case FALLS -> before - now >= value;
                case STAYS -> Math.abs(now - before) < value;
            };
        }
    }
}
