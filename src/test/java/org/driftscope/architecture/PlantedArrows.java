package org.driftscope.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Rooms of which each imports each other one, by a class of its own; compiled where a test wants them. */
final class PlantedArrows {
    static final String ROOT = "planted";

    private PlantedArrows() {}

    /** The class by which one room imports another. */
    static String name(String from, String to) {
        return "From_" + from + "_to_" + to;
    }

    static JavaClasses compiled(Collection<String> rooms, Path folder) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String room : rooms) {
            sources.add(source(room, "Thing", "public interface Thing {}"));
            for (String other : rooms) {
                if (!other.equals(room)) {
                    String name = name(room, other);
                    sources.add(
                            source(room, name, "interface " + name + " { " + ROOT + "." + other + ".Thing thing(); }"));
                }
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", folder.toString(), "-proc:none");
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new AssertionError("what is planted does not compile");
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static JavaFileObject source(String room, String name, String text) {
        URI place = URI.create("string:///" + ROOT + "/" + room + "/" + name + ".java");
        return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "package " + ROOT + "." + room + "; " + text;
            }
        };
    }
}
