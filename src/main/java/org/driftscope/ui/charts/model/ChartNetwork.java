package org.driftscope.ui.charts.model;

/**
 * A network that points belong to.
 *
 * @param sha256 of its file; "" where it was not recorded
 * @param name for people
 */
public record ChartNetwork(String sha256, String name) {
    /** Of points of which no one knows what they were made with. */
    public static final ChartNetwork NOT_RECORDED = new ChartNetwork("", "network not recorded");

    public boolean isSameAs(ChartNetwork other) {
        return sha256.equals(other.sha256);
    }

    @Override
    public String toString() {
        return name;
    }
}
