package org.driftscope.figure.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.driftscope.figure.chart.Figure;

/** PNG with resolution (pHYs) and provenance (iTXt). Source: W3C PNG specification, third edition, 11.3. */
final class PngWriter {
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = 0.0254;

    private PngWriter() {}

    static void write(Figure figure, ExportSpec spec, Map<String, String> provenance, OutputStream out)
            throws IOException {
        BufferedImage image = draw(figure, spec);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            metadata.mergeTree(FORMAT, tree(figure, spec, provenance));
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
    }

    /** The figure in pixels, drawn at the final text sizes and scaled to the resolution. */
    static BufferedImage draw(Figure figure, ExportSpec spec) {
        BufferedImage image = new BufferedImage(spec.widthPixels(), spec.heightPixels(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        double width = spec.size().widthPoints();
        double height = spec.size().heightPoints();
        graphics.scale(image.getWidth() / width, image.getHeight() / height);
        figure.draw(graphics, width, height, spec.theme());
        graphics.dispose();
        return image;
    }

    private static IIOMetadataNode tree(Figure figure, ExportSpec spec, Map<String, String> provenance) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(spec.dpi() / METRES_PER_INCH));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        if (!figure.title().isBlank()) {
            texts.appendChild(text("Title", figure.title()));
        }
        texts.appendChild(text("Software", ProvenanceText.SOFTWARE));
        provenance.forEach((name, value) -> texts.appendChild(text(keyword(name), value)));
        root.appendChild(texts);
        return root;
    }

    private static IIOMetadataNode text(String keyword, String value) {
        IIOMetadataNode node = new IIOMetadataNode("iTXtEntry");
        node.setAttribute("keyword", keyword);
        node.setAttribute("compressionFlag", "FALSE");
        node.setAttribute("compressionMethod", "0");
        node.setAttribute("languageTag", "");
        node.setAttribute("translatedKeyword", "");
        node.setAttribute("text", value);
        return node;
    }

    /** Keywords are 1 to 79 printable ASCII characters here. */
    private static String keyword(String name) {
        String plain = name.replaceAll("[^\\x21-\\x7E]+", " ").strip();
        return plain.isEmpty() ? "Comment" : plain.substring(0, Math.min(79, plain.length()));
    }
}
