package org.driftscope.experiment;

/** A key that is equal only for the very same object: comparing large values would cost more than it saves. */
record IdentityKey(Object object) {
    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityKey key && key.object == object;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object);
    }
}
