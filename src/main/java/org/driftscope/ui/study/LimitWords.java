package org.driftscope.ui.study;

import javafx.util.StringConverter;

/** A number of images as typed: 0 is "all". What is no number is "all", too. */
final class LimitWords extends StringConverter<Integer> {
    private static final String ALL = "all";

    @Override
    public String toString(Integer limit) {
        return limit == null || limit == 0 ? ALL : limit.toString();
    }

    @Override
    public Integer fromString(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
