package org.driftscope.io.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import org.driftscope.io.files.Hashes;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;
import org.jspecify.annotations.Nullable;

/** The hash that identifies a data set; computed once, when it is first asked for, without holding the data. */
final class Sha256 implements Supplier<String> {
    private final List<Path> files;
    private final @Nullable Path root;
    private @Nullable String hash;

    private Sha256(List<Path> files, @Nullable Path root) {
        this.files = List.copyOf(files);
        this.root = root;
    }

    /** Of the files' bytes, one after the other. */
    static Sha256 of(List<Path> files) {
        return new Sha256(files, null);
    }

    /** Of names relative to a folder and bytes, so that a renamed class is another set. */
    static Sha256 ofTree(Path root, List<Path> files) {
        return new Sha256(files, root);
    }

    @Override
    public synchronized String get() {
        String known = hash;
        if (known == null) {
            known = compute();
            hash = known;
        }
        return known;
    }

    private String compute() {
        MessageDigest digest = Hashes.newSha256();
        try {
            for (Path file : files) {
                if (root != null) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    digest.update((name + '\0' + Files.size(file) + '\0').getBytes(StandardCharsets.UTF_8));
                }
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Hashes.hex(digest);
        } catch (IOException e) {
            throw new DataFormatException("A file of the image set can no longer be read: " + IoReason.of(e) + ".", e);
        }
    }
}
