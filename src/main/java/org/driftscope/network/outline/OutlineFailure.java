package org.driftscope.network.outline;

import org.driftscope.network.Node;

/** A node that cannot run on what enters it. Whoever asked says what to do about it. */
public final class OutlineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /** @param what e.g. "has axis 4 for an input of rank 2", without a full stop */
    OutlineFailure(Node node, String what) {
        this(node, what, "");
    }

    /** @param remedy a sentence with what to do, or "" where only the caller knows */
    public OutlineFailure(Node node, String what, String remedy) {
        super("Node '" + node.name() + "' (" + node.op() + ") " + what);
        this.remedy = remedy;
    }

    /** What is wrong, naming the node, without a full stop. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** What is wrong and what to do. @param otherwise what to do where only the caller knows */
    public String sentence(String otherwise) {
        return words() + ". " + (remedy.isEmpty() ? otherwise : remedy);
    }
}
