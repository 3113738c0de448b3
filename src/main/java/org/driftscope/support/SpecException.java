package org.driftscope.support;

/** A setting that is out of range or unknown; names the field, what was given and what is allowed. */
public class SpecException extends DriftscopeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the setting's name as the user knows it
     * @param value what was given
     * @param allowed what is allowed, e.g. "1 to 16"
     */
    public SpecException(String field, Object value, String allowed) {
        super(field + " is " + value + ", but must be " + allowed + ".");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
