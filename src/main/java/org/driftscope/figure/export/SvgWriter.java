package org.driftscope.figure.export;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Figure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SVG 1.1 with text as text, images embedded, and provenance in {@code metadata}. */
final class SvgWriter {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String PROVENANCE = "urn:driftscope:provenance";
    /** Fonts of the same metrics, then any. */
    private static final String FAMILIES = "'" + ChartFonts.FAMILY + "', Arial, Helvetica, sans-serif";

    private SvgWriter() {}

    static void write(Figure figure, ExportSpec spec, Map<String, String> provenance, OutputStream out)
            throws IOException {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            Element root = draw(figure, spec, document);
            describe(root, figure, provenance);
            serialise(root, out);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private static Element draw(Figure figure, ExportSpec spec, Document document) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setImageHandler(new EmbeddedPng());
        context.setComment(null);
        context.setPrecision(3);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        double width = spec.size().widthPoints();
        double height = spec.size().heightPoints();
        figure.draw(graphics, width, height, spec.theme());
        Element root = graphics.getRoot();
        root.setAttribute("width", spec.size().widthMm() + "mm");
        root.setAttribute("height", spec.size().heightMm() + "mm");
        root.setAttribute("viewBox", "0 0 " + (float) width + " " + (float) height);
        nameFonts(root);
        keepCells(root);
        graphics.dispose();
        return root;
    }

    private static void nameFonts(Element element) {
        if (element.hasAttribute("font-family")) {
            boolean ours = element.getAttribute("font-family").contains(ChartFonts.FAMILY);
            element.setAttribute("font-family", ours ? FAMILIES : "sans-serif");
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                nameFonts(child);
            }
        }
    }

    /** Viewers would otherwise blur the cells of a heatmap. */
    private static void keepCells(Element root) {
        NodeList images = root.getElementsByTagNameNS(SVG, "image");
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            image.setAttribute("style", "image-rendering:optimizeSpeed;image-rendering:pixelated");
            image.setAttribute("preserveAspectRatio", "none");
        }
    }

    private static void describe(Element root, Figure figure, Map<String, String> provenance) {
        Document document = root.getOwnerDocument();
        Element metadata = document.createElementNS(SVG, "metadata");
        provenance.forEach((name, value) -> {
            Element entry = document.createElementNS(PROVENANCE, "ds:entry");
            entry.setAttribute("name", name);
            entry.setTextContent(value);
            metadata.appendChild(entry);
        });
        root.insertBefore(metadata, root.getFirstChild());
        root.insertBefore(text(document, "desc", ProvenanceText.line(provenance)), metadata);
        String title = figure.title().isBlank() ? ProvenanceText.SOFTWARE : figure.title();
        root.insertBefore(text(document, "title", title), root.getFirstChild());
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(text);
        return element;
    }

    private static void serialise(Element root, OutputStream out) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
        transformer.transform(new DOMSource(root), new StreamResult(out));
    }

    /** Batik's own encoder looks for writers in a further library; the JDK has one. */
    private static final class EmbeddedPng extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException("An embedded image could not be encoded", e);
            }
        }
    }
}
