package org.driftscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A row whose first nodes stand at the left and whose others at the right. Where it is too narrow for all, it takes as
 * many rows as it needs, so that no node is ever cut off. Nodes whose smallest width is 0, such as remarks, give way
 * first.
 */
public class WrappingBar extends Pane {
    private static final double GAP = 6;

    private final int left;

    /** @param right stand at the right end while all fit into one row */
    public WrappingBar(List<? extends Node> left, List<? extends Node> right) {
        this.left = left.size();
        getChildren().addAll(left);
        getChildren().addAll(right);
    }

    /** Nodes of one row, from one index to before another. */
    private record Row(int from, int to, double width, double height) {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest =
                shown().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double sum =
                shown().stream().mapToDouble(node -> node.prefWidth(-1) + GAP).sum();
        return snappedLeftInset() + sum + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Row> rows = rows(width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset());
        double heights = rows.stream().mapToDouble(Row::height).sum();
        return snappedTopInset() + heights + GAP * (rows.size() - 1) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private List<Row> rows(double room) {
        List<Row> rows = new ArrayList<>();
        int from = 0;
        double used = 0;
        double height = 0;
        List<Node> nodes = shown();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            double least = shortest(node);
            if (i > from && used + GAP + least > room) {
                rows.add(new Row(from, i, used, height));
                from = i;
                used = 0;
                height = 0;
            }
            used += (i > from ? GAP : 0) + least;
            height = Math.max(height, node.prefHeight(-1));
        }
        rows.add(new Row(from, nodes.size(), used, height));
        return rows;
    }

    /** Nodes that take part in the layout. */
    private List<Node> shown() {
        return getManagedChildren();
    }

    private int leftShown() {
        return (int)
                getChildren().subList(0, left).stream().filter(Node::isManaged).count();
    }

    private double shortest(Node node) {
        double least = node.minWidth(-1);
        return snapSizeX(least > 0 ? node.prefWidth(-1) : 0);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double y = snappedTopInset();
        List<Row> rows = rows(room);
        List<Node> nodes = shown();
        int leftShown = leftShown();
        for (Row row : rows) {
            double spare = Math.max(0, room - row.width());
            double x = snappedLeftInset();
            for (int i = row.from(); i < row.to(); i++) {
                Node node = nodes.get(i);
                double width = shortest(node);
                if (node.minWidth(-1) <= 0) {
                    double more = Math.min(spare, node.prefWidth(-1));
                    width += more;
                    spare -= more;
                }
                if (i == leftShown && rows.size() == 1) {
                    x += spare;
                }
                double height = Math.min(row.height(), node.prefHeight(-1));
                node.resizeRelocate(snapPositionX(x), snapPositionY(y + (row.height() - height) / 2), width, height);
                x += width + GAP;
            }
            y += row.height() + GAP;
        }
    }
}
