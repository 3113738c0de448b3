package org.driftscope.figure.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a point; shapes have about the same area at the same size. */
public enum Marker {
    CIRCLE {
        @Override
        public Shape at(double x, double y, double size) {
            return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        }
    },
    SQUARE {
        @Override
        public Shape at(double x, double y, double size) {
            double side = size * 0.88;
            return new Rectangle2D.Double(x - side / 2, y - side / 2, side, side);
        }
    },
    DIAMOND {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x, y, size * 0.63, 4, -90);
        }
    },
    TRIANGLE {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x, y + size * 0.1, size * 0.66, 3, -90);
        }
    },
    TRIANGLE_DOWN {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x, y - size * 0.1, size * 0.66, 3, 90);
        }
    },
    PENTAGON {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x, y, size * 0.57, 5, -90);
        }
    },
    HEXAGON {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x, y, size * 0.55, 6, 0);
        }
    },
    PLUS {
        @Override
        public Shape at(double x, double y, double size) {
            return cross(x, y, size * 0.56, 0);
        }
    },
    CROSS {
        @Override
        public Shape at(double x, double y, double size) {
            return cross(x, y, size * 0.56, 45);
        }
    },
    STAR {
        @Override
        public Shape at(double x, double y, double size) {
            return star(x, y, size * 0.68, size * 0.3);
        }
    },
    HOURGLASS {
        @Override
        public Shape at(double x, double y, double size) {
            double half = size / 2;
            return closed(
                    new double[] {x - half, x + half, x - half, x + half},
                    new double[] {y - half, y - half, y + half, y + half});
        }
    },
    BOW_TIE {
        @Override
        public Shape at(double x, double y, double size) {
            double half = size / 2;
            return closed(
                    new double[] {x - half, x - half, x + half, x + half},
                    new double[] {y - half, y + half, y - half, y + half});
        }
    },
    TRIANGLE_RIGHT {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x - size * 0.1, y, size * 0.66, 3, 0);
        }
    },
    TRIANGLE_LEFT {
        @Override
        public Shape at(double x, double y, double size) {
            return polygon(x + size * 0.1, y, size * 0.66, 3, 180);
        }
    },
    PARALLELOGRAM {
        @Override
        public Shape at(double x, double y, double size) {
            double half = size / 2;
            double side = size * 0.4;
            return closed(
                    new double[] {x - half, x + size * 0.2, x + half, x - size * 0.2},
                    new double[] {y + side, y + side, y - side, y - side});
        }
    },
    CHEVRON {
        @Override
        public Shape at(double x, double y, double size) {
            double half = size / 2;
            double notch = size * 0.1;
            return closed(
                    new double[] {x, x + half, x + half, x, x - half, x - half},
                    new double[] {y - half, y + notch, y + half, y, y + half, y + notch});
        }
    };

    /** The filled outline centred on a position. */
    public abstract Shape at(double x, double y, double size);

    private static Shape polygon(double x, double y, double radius, int corners, double startDegrees) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(startDegrees + 360.0 * i / corners);
            xs[i] = x + radius * Math.cos(angle);
            ys[i] = y + radius * Math.sin(angle);
        }
        return closed(xs, ys);
    }

    private static Shape star(double x, double y, double outer, double inner) {
        double[] xs = new double[10];
        double[] ys = new double[10];
        for (int i = 0; i < 10; i++) {
            double angle = Math.toRadians(-90 + 36.0 * i);
            double radius = i % 2 == 0 ? outer : inner;
            xs[i] = x + radius * Math.cos(angle);
            ys[i] = y + radius * Math.sin(angle);
        }
        return closed(xs, ys);
    }

    private static Shape cross(double x, double y, double reach, double degrees) {
        double arm = reach * 0.34;
        double[] dx = {-arm, arm, arm, reach, reach, arm, arm, -arm, -arm, -reach, -reach, -arm};
        double[] dy = {-reach, -reach, -arm, -arm, arm, arm, reach, reach, arm, arm, -arm, -arm};
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double[] xs = new double[dx.length];
        double[] ys = new double[dx.length];
        for (int i = 0; i < dx.length; i++) {
            xs[i] = x + dx[i] * cos - dy[i] * sin;
            ys[i] = y + dx[i] * sin + dy[i] * cos;
        }
        return closed(xs, ys);
    }

    private static Shape closed(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        path.closePath();
        return path;
    }
}
