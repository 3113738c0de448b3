package org.driftscope.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** One JSON document on a stream. Fields that do not apply are left out; numbers that are undefined are null. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setSerializationInclusion(JsonInclude.Include.ALWAYS);

    private Json() {}

    public static void print(PrintWriter out, Object document) {
        out.println(text(document));
    }

    /** As {@link #print(PrintWriter, Object)} of a list, whose items are written as they come. */
    public static <T> void print(PrintWriter out, Consumer<Consumer<T>> items) {
        try {
            array(out, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    /**
     * An array of so many that they are written as they come.
     *
     * @param items hands each to the consumer that it is given
     */
    public static <T> void array(Writer out, Consumer<Consumer<T>> items) throws IOException {
        SequenceWriter array = MAPPER.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValuesAsArray(out);
        try {
            items.accept(item -> {
                try {
                    array.write(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        array.close();
    }

    public static String text(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
