package org.driftscope.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at where results are to go, before hours are spent on them and before anything of somebody else's is replaced. */
public final class OutputPlaces {
    private OutputPlaces() {}

    /** @throws DriftscopeException if no file of that name can be written */
    public static void requireFile(Path file) {
        String reason = refusal(file);
        refuse(file, reason.isEmpty() ? folderRefusal(AtomicFiles.folder(file)) : reason);
    }

    /** @throws DriftscopeException if no files can be written into a folder of that name; it need not exist yet */
    public static void requireFolder(Path folder) {
        refuse(folder, folderRefusal(folder.toAbsolutePath().normalize()));
    }

    /**
     * Why a file must not be put in a path's place; "" where it may. A pipe or a device is somebody's: a file in its place
     * would take it away from everyone who uses it.
     */
    static String refusal(Path path) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (isBrokenLink(path)) {
            return "it is a link to what does not exist";
        }
        return Files.exists(path) && !Files.isRegularFile(path) ? "it is a pipe or a device, not a file" : "";
    }

    /** Of the folder, or of the one that it would be made in. */
    private static String folderRefusal(Path folder) {
        Path nearest = folder;
        while (nearest.getParent() != null && !Files.exists(nearest)) {
            if (isBrokenLink(nearest)) {
                return nearest + " is a link to what does not exist";
            }
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            return nearest + " is no folder";
        }
        return Files.isWritable(nearest) ? tried(nearest) : "this user may not write into " + nearest;
    }

    /** Permissions do not tell all: an administrator may write anywhere, but not where a system keeps its own. */
    private static String tried(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".driftscope", ".try"));
            return "";
        } catch (IOException e) {
            return "nothing can be written into " + folder + " (" + IoReason.of(e) + ")";
        }
    }

    private static boolean isBrokenLink(Path path) {
        return Files.isSymbolicLink(path) && !Files.exists(path);
    }

    private static void refuse(Path path, String reason) {
        if (!reason.isEmpty()) {
            throw new DriftscopeException(path + " cannot be written: " + reason + ". Choose another place.");
        }
    }
}
