package org.driftscope.figure.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Figure;

/** PDF of one page as large as the figure: lines as lines, text as text with the fonts embedded as subsets. */
final class PdfWriter {
    private PdfWriter() {}

    static void write(Figure figure, ExportSpec spec, Map<String, String> provenance, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            float width = (float) spec.size().widthPoints();
            float height = (float) spec.size().heightPoints();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setFontTextDrawer(new EmbeddedFonts(document));
            figure.draw(graphics, width, height, spec.theme());
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            describe(document, figure, provenance);
            // a fixed id, so that the same figure gives the same file
            document.setDocumentId(1L);
            document.save(out);
        }
    }

    private static void describe(PDDocument document, Figure figure, Map<String, String> provenance)
            throws IOException {
        PDDocumentInformation info = document.getDocumentInformation();
        String line = ProvenanceText.line(provenance);
        info.setTitle(figure.title());
        info.setCreator(ProvenanceText.SOFTWARE);
        info.setSubject("Figure");
        info.setKeywords(line);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(figure.title(), line).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    /** Source: ISO 16684-1, XMP packets with the Dublin Core and PDF properties. */
    private static String xmp(String title, String keywords) {
        return String.format(
                Locale.ROOT,
                """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <pdf:Keywords>%s</pdf:Keywords>
                <xmp:CreatorTool>%s</xmp:CreatorTool>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """,
                escaped(title),
                escaped(keywords),
                ProvenanceText.SOFTWARE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Maps the figures' typeface to embedded fonts, each loaded once a document. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
        private final PDFont regular;
        private final PDFont bold;

        EmbeddedFonts(PDDocument document) throws IOException {
            regular = load(document, false);
            bold = load(document, true);
        }

        private static PDFont load(PDDocument document, boolean bold) throws IOException {
            try (InputStream in = ChartFonts.open(bold)) {
                return PDType0Font.load(document, in);
            }
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
            return font.getFontName().endsWith("Bold") ? bold : regular;
        }
    }
}
