package org.driftscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.figure.chart.map.ColorBar;
import org.driftscope.figure.chart.map.HeatmapChart;
import org.driftscope.figure.chart.map.HeatmapRow;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureExporterTest {
    @TempDir
    Path folder;

    private final Map<String, String> provenance = provenance();

    private static Map<String, String> provenance() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("seed", "7");
        map.put("device", "100 µS & σ < 20 %");
        return map;
    }

    @Test
    void epsHasItsBoxItsLinesAndProvenance() throws IOException {
        Path file = export(SampleFigures.drift(), ExportFormat.EPS, ExportSize.ONE_COLUMN);
        String eps = Files.readString(file, StandardCharsets.US_ASCII);
        assertThat(eps)
                .startsWith("%!PS-Adobe-3.0 EPSF-3.0")
                .contains(
                        "%%BoundingBox: 0 0 241 171", "% seed: 7", "% device: 100 \\u00b5S & \\u03c3 < 20 %", "%%EOF");
        assertThat(eps.lines()
                        .filter(line -> line.endsWith(" L") || line.endsWith(" lineto"))
                        .count())
                .isGreaterThan(20);
        assertThat(eps).as("the same figure gives the same file").doesNotContain("CreationDate");
    }

    @Test
    void svgHasRealTextSizeAndProvenance() throws Exception {
        Path file = export(SampleFigures.drift(), ExportFormat.SVG, ExportSize.ONE_COLUMN);
        Document svg = parse(file);
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("85.0mm");
        assertThat(svg.getDocumentElement().getAttribute("height")).isEqualTo("60.0mm");
        assertThat(texts(svg, "text"))
                .contains("Relative drift σ/G (%)", "Top-1 accuracy (%)", "drifted", "DoRA, r = 2", "clean 91.6", "40");
        assertThat(texts(svg, "desc")).containsExactly("seed: 7; device: 100 µS & σ < 20 %");
        assertThat(svg.getElementsByTagNameNS("*", "path").getLength()).isPositive();
    }

    @Test
    void svgKeepsAHeatmapAtCellResolution() throws Exception {
        Path file = export(SampleFigures.heatmap(48, 32), ExportFormat.SVG, ExportSize.ONE_COLUMN);
        Document svg = parse(file);
        Element image = (Element) svg.getElementsByTagNameNS("*", "image").item(0);
        assertThat(image.getAttribute("width")).isEqualTo("32");
        assertThat(image.getAttribute("height")).isEqualTo("48");
        assertThat(texts(svg, "text")).contains("−20", "Change (µS)", "Drifted − target");
    }

    @Test
    void aNarrowMapsBarHasTwoNumbersSinceOneIsNoScale() throws Exception {
        for (double end : new double[] {0.9, 1.4, 4.9, 67, 90, 1300}) {
            Path file = export(narrowMaps(end), ExportFormat.SVG, ExportSize.ONE_COLUMN);
            List<String> numbers = texts(parse(file), "text").stream()
                    .filter(text -> text.matches("−?[1-9][\\d,\u202f]*(\\.\\d+)?|−?0\\.\\d+"))
                    .filter(text -> !text.matches("[1-9]|[1-4][0-9]"))
                    .toList();
            assertThat(numbers).as("±%s: %s", end, numbers).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    /** Four maps side by side whose bars go from {@code -end} to {@code end}. */
    private static Figure narrowMaps(double end) {
        HeatmapChart map = SampleFigures.heatmap(48, 1);
        ColorBar bar = new ColorBar("", -end, end, map.bar().argb());
        HeatmapChart scaled = new HeatmapChart("", "", "", 48, 1, map.argb(), map.values(), bar);
        HeatmapRow.Panel panel = new HeatmapRow.Panel("map", scaled, "µS", "");
        return new HeatmapRow("", List.of(panel, panel, panel, panel));
    }

    @Test
    void pdfHasRealTextEmbeddedFontsSizeAndProvenance() throws Exception {
        Path file = export(SampleFigures.drift(), ExportFormat.PDF, ExportSize.TWO_COLUMN);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDPage page = pdf.getPage(0);
            assertThat((double) page.getMediaBox().getWidth())
                    .isCloseTo(180 / 25.4 * 72, org.assertj.core.data.Offset.offset(0.01));
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Relative drift σ/G (%)", "DoRA, r = 2", "drifted", "clean 91.6");
            assertThat(pdf.getDocumentInformation().getKeywords()).contains("seed: 7", "100 µS");
            try (InputStream xmp = pdf.getDocumentCatalog().getMetadata().exportXMPMetadata()) {
                Document parsed = DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(xmp);
                assertThat(texts(parsed, "Keywords")).containsExactly("seed: 7; device: 100 µS & σ < 20 %");
            }
            PDFormXObject form = form(page.getResources());
            for (COSName name : form.getResources().getFontNames()) {
                assertThat(form.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void pdfWritesMinusAndMicroAndKeepsAHeatmapAtCellResolution() throws Exception {
        Path file = export(SampleFigures.heatmap(48, 32), ExportFormat.PDF, ExportSize.ONE_COLUMN);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("−20", "Drifted − target");
            List<String> sizes = new ArrayList<>();
            PDResources resources = form(pdf.getPage(0).getResources()).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject image) {
                    sizes.add(image.getWidth() + "x" + image.getHeight());
                }
            }
            assertThat(sizes).contains("32x48");
        }
    }

    @Test
    void pngHasItsPixelsResolutionAndProvenance() throws Exception {
        Path file = export(SampleFigures.recovery(), ExportFormat.PNG, ExportSize.ONE_COLUMN);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat(reader.getWidth(0)).isEqualTo(1004);
            assertThat(reader.getHeight(0)).isEqualTo(709);
            Element tree = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element size = (Element) tree.getElementsByTagName("pHYs").item(0);
            assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
            assertThat(attributes(tree, "iTXtEntry", "text")).contains("7", "100 µS & σ < 20 %");
        }
    }

    @Test
    void sameFigureGivesTheSameBytes() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            byte[] first = Files.readAllBytes(export(SampleFigures.recovery(), format, ExportSize.ONE_COLUMN));
            byte[] second = Files.readAllBytes(export(SampleFigures.recovery(), format, ExportSize.ONE_COLUMN));
            assertThat(first).as(format.name()).isEqualTo(second);
        }
    }

    @Test
    void failureLeavesTheOldFileAndNoDraft() throws IOException {
        Path target = Files.writeString(folder.resolve("kept.svg"), "old");
        Path blocked = target.resolve("below-a-file.svg");
        assertThatThrownBy(() -> FigureExporter.export(
                        SampleFigures.drift(), ExportSpec.of(ExportFormat.SVG, ExportSize.SLIDE), provenance, blocked))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("below-a-file.svg");
        assertThat(target).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void refusesSizesOutOfRange() {
        assertThatThrownBy(() -> new ExportSize(5, 60, ExportSize.SLIDE.style()))
                .isInstanceOf(SpecException.class);
        ExportSize poster = new ExportSize(2000, 2000, ExportSize.SLIDE.style());
        assertThatThrownBy(() ->
                        new ExportSpec(ExportFormat.PNG, poster, 600, org.driftscope.figure.chart.ChartPalette.LIGHT))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("100 million");
    }

    private Path export(Figure figure, ExportFormat format, ExportSize size) {
        Path file = folder.resolve("figure." + format.extension());
        FigureExporter.export(figure, ExportSpec.of(format, size), provenance, file);
        return file;
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(file.toFile());
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> attributes(Element tree, String name, String attribute) {
        NodeList nodes = tree.getElementsByTagName(name);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static PDFormXObject form(PDResources resources) throws IOException {
        Iterator<COSName> names = resources.getXObjectNames().iterator();
        PDXObject object = resources.getXObject(names.next());
        return (PDFormXObject) object;
    }
}
