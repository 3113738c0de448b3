package org.driftscope.golden;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws the program's icon: a crossbar whose cells have drifted, and one column of them that is calibrated. */
public final class IconPicture {
    private static final int LINES = 3;
    private static final double MARGIN = 0.2;
    private static final Color GROUND = new Color(0x22, 0x2B, 0x38);
    private static final Color WIRE = new Color(0x9A, 0xA7, 0xB8);
    private static final Color DRIFTED = new Color(0xE6, 0x7E, 0x22);
    private static final Color CALIBRATED = new Color(0x4A, 0x9B, 0xE8);
    /** Share of a cell's side, by row and column. */
    private static final double[][] SIZES = {{1, 0.7, 1}, {0.6, 1, 1}, {1, 0.8, 1}};

    private IconPicture() {}

    /** @param args folder to write to */
    public static void main(String[] args) throws IOException {
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
            ImageIO.write(drawn(size), "png", new File(args[0], "icon-" + size + ".png"));
        }
    }

    private static BufferedImage drawn(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size, size);
        g.setColor(GROUND);
        g.fill(new RoundRectangle2D.Double(0.02, 0.02, 0.96, 0.96, 0.24, 0.24));
        g.setColor(WIRE);
        g.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < LINES; i++) {
            double at = centre(i);
            g.draw(new Line2D.Double(0.12, at, 0.88, at));
            g.draw(new Line2D.Double(at, 0.12, at, 0.88));
        }
        for (int row = 0; row < LINES; row++) {
            for (int col = 0; col < LINES; col++) {
                double side = 0.19 * SIZES[row][col];
                g.setColor(col == LINES - 1 ? CALIBRATED : DRIFTED);
                g.fill(new Rectangle2D.Double(centre(col) - side / 2, centre(row) - side / 2, side, side));
            }
        }
        g.dispose();
        return image;
    }

    private static double centre(int line) {
        return MARGIN + 0.03 + line * (1 - 2 * (MARGIN + 0.03)) / (LINES - 1);
    }
}
