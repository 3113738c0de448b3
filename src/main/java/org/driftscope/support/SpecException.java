package org.driftscope.support;

import java.math.BigDecimal;

/** A setting that is out of range or unknown; names the field, what was given and what is allowed. */
public class SpecException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    private static final double MOST_PLAIN = 1e9;
    private static final double LEAST_PLAIN = 1e-4;

    private final String field;
    private final String rest;

    /**
     * @param field the setting's name as the user knows it
     * @param value what was given
     * @param allowed what is allowed, e.g. "1 to 16"
     */
    public SpecException(String field, Object value, String allowed) {
        this(field, " is " + plain(value) + ", but must be " + allowed + ".");
    }

    private SpecException(String field, String rest) {
        super(field + rest);
        this.field = field;
        this.rest = rest;
    }

    public String field() {
        return field;
    }

    /** The same sentence of the setting under another name, e.g. the option by which it was given. */
    public String of(String name) {
        return name + rest;
    }

    /** As people write it: 9, not 9.0. */
    private static String plain(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            double size = Math.abs(number);
            return number == 0
                    ? "0"
                    : size < LEAST_PLAIN || size > MOST_PLAIN
                            ? number.toString()
                            : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }
}
