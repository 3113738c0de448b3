package org.driftscope.support;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names from files and users that become file names: safe on Linux, macOS and Windows, and never a way to another folder.
 *
 * <p>Reserved names and characters: Microsoft, "Naming Files, Paths, and Namespaces".
 */
public final class FileNames {
    /** Leaves room for the endings of the files that are made of a name. */
    private static final int MOST_CHARACTERS = 100;

    /** Most file systems allow 255; the same room is left. */
    private static final int MOST_BYTES = 200;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");
    private static final Pattern RESERVED =
            Pattern.compile("(CON|PRN|AUX|NUL|(COM|LPT)[0-9\\u00b9\\u00b2\\u00b3])(\\..*)?");
    private static final String ALLOWED = "a file's name: 1 to " + MOST_CHARACTERS
            + " characters (" + MOST_BYTES
            + " bytes), none of / \\ : * ? \" < > | or control characters, no dot or blank at either end, no name"
            + " that Windows reserves";

    private FileNames() {}

    /**
     * A name, unless it cannot be a file's.
     *
     * @param field what it names, for the message
     * @throws SpecException if it is empty, too long, reserved, or has a separator or control character
     */
    public static String require(String field, String name) {
        if (!isSafe(name)) {
            throw new SpecException(field, "'" + PlainText.of(name) + "'", ALLOWED);
        }
        return name;
    }

    /** Whether files of that name can be made everywhere. */
    public static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.length() <= MOST_CHARACTERS
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && !FORBIDDEN.matcher(name).find()
                && !RESERVED.matcher(name.toUpperCase(Locale.ROOT)).matches()
                && !isEdge(name.charAt(0))
                && !isEdge(name.charAt(name.length() - 1))
                && isKnownHere(name);
    }

    /** The name of a file that exists, with what would not do elsewhere replaced. */
    public static String safe(String name) {
        String plain = FORBIDDEN.matcher(name).replaceAll("-").strip();
        String cut = plain.substring(0, Math.min(plain.length(), MOST_CHARACTERS));
        return isSafe(cut) ? cut : "experiment";
    }

    /** Whether this system's encoding of names has all of its characters. */
    private static boolean isKnownHere(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isEdge(char character) {
        return character == '.' || Character.isWhitespace(character);
    }
}
