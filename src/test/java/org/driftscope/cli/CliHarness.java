package org.driftscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs command lines in this process and keeps what they print. */
public final class CliHarness {
    private CliHarness() {}

    /** What a command left behind. */
    public record Answer(int exitCode, String out, String err) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("stdout is not one JSON document: " + out, e);
            }
        }
    }

    public static Answer run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = DriftscopeCli.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Answer(exitCode, out.toString(), err.toString());
    }
}
