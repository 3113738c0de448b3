package org.driftscope.io.image.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes a network was trained for, in the order of its outputs: a file beside or in the folder of images, a class a
 * line, such as {@code n01440764 tench, Tinca tinca} (a WordNet id, then names) or a name alone.
 *
 * @param ids WordNet ids, or the names where there are none
 * @param names to show
 * @param places of each id and name, in small letters, in the list
 */
public record ClassList(List<String> ids, List<String> names, Map<String, Integer> places) {
    private static final List<String> FILES =
            List.of("classes.txt", "synsets.txt", "synset_words.txt", "LOC_synset_mapping.txt", "imagenet-classes.txt");
    private static final Pattern SYNSET = Pattern.compile("(n\\d{8})(?:[\\s,]+(.*))?");

    public ClassList {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** The list that is a folder's own: {@code <folder>.classes.txt} beside it, or one within. */
    public static Optional<ClassList> own(Path root) throws IOException {
        Optional<List<String>> named = ClassNames.beside(root, "");
        return named.isPresent() ? Optional.of(parse(named.get())) : first(root.toAbsolutePath()::resolve);
    }

    /** A list beside a folder under a name that is in use; it may be another set's. */
    public static Optional<ClassList> nearby(Path root) throws IOException {
        return first(root.toAbsolutePath()::resolveSibling);
    }

    private static Optional<ClassList> first(Function<String, Path> place) throws IOException {
        for (String name : FILES) {
            Path file = place.apply(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(parse(ClassNames.read(file)));
            }
        }
        return Optional.empty();
    }

    static ClassList parse(List<String> lines) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            Matcher synset = SYNSET.matcher(line);
            String rest = synset.matches() ? synset.group(2) : line;
            ids.add(synset.matches() ? synset.group(1) : line);
            String first = rest == null ? "" : rest.split(",", 2)[0].strip();
            names.add(first.isEmpty() ? line : first);
        }
        return new ClassList(ids, names, places(ids, names));
    }

    /** Whether each word is one of the classes. */
    public boolean knowsAll(List<String> words) {
        return words.stream().allMatch(word -> find(word).isPresent());
    }

    int size() {
        return ids.size();
    }

    /** The place of a class by WordNet id, name or number; empty where there is none. */
    OptionalInt find(String word) {
        Integer place = places.get(word.strip().toLowerCase(Locale.ROOT));
        if (place != null) {
            return OptionalInt.of(place);
        }
        if (word.strip().matches("\\d{1,9}")) {
            int number = Integer.parseInt(word.strip());
            return number < size() ? OptionalInt.of(number) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private static Map<String, Integer> places(List<String> ids, List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i);
        }
        // an id is of one class only, a name such as "crane" may be of two
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i).toLowerCase(Locale.ROOT), i);
        }
        return places;
    }
}
