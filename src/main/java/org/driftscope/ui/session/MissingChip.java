package org.driftscope.ui.session;

import org.driftscope.support.DataFormatException;

/** A measured chip that a session names and that is not where it was: its file has moved, or holds something else now. */
public final class MissingChip extends DataFormatException {
    private static final long serialVersionUID = 1L;

    private final String id;

    /** @param id of the chip, which holds the sha256 of its file */
    public MissingChip(String id, String userMessage) {
        super(userMessage);
        this.id = id;
    }

    /** Name and content of the chip that is wanted. */
    public String id() {
        return id;
    }
}
