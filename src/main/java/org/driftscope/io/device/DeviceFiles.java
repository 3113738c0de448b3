package org.driftscope.io.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.measured.DeviceOfFile;
import org.driftscope.device.measured.MeasuredChip;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.yaml.SpecFileException;
import org.driftscope.io.yaml.YamlReader;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.driftscope.support.SpecException;

/** Device files, and files of measured chips. What is opened is known by its name and content. */
public final class DeviceFiles {
    private static final long LONGEST = 1 << 20;
    private static final int HEAD = 4096;
    private static final String WANTED = "a device file, as \"driftscope device fit\" writes it";

    private DeviceFiles() {}

    /** Writes a device, wholly or not at all. */
    public static void write(MeasuredDevice device, Path file) {
        AtomicFiles.write(file, DeviceYaml.text(device).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a device file, or a chip that was measured cell by cell.
     *
     * @throws DataFormatException if it is none, with line and column where there is one
     */
    public static DeviceKind open(Path file) {
        String refusal = InputFiles.refusal(file, WANTED);
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        if (MeasuredChips.isArchive(file)) {
            return MeasuredChips.open(file);
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new DataFormatException(file + " is larger than 1 MB and hardly a device. Give " + WANTED + ".");
            }
            return open(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw new DataFormatException(file + " is not text in UTF-8. Give " + WANTED + ".", e);
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    /** Opens a device by what its file holds. @param place the file's path, for messages and commands */
    public static DeviceKind open(String text, String place) {
        if (!text.contains(DeviceYaml.FORMAT)) {
            throw new DataFormatException(place + " is no device file. Give " + WANTED + " of measurements.");
        }
        try {
            MeasuredDevice device = DeviceYaml.read(YamlReader.parse(text, place));
            String sha256 = Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
            return DeviceKinds.of(new MeasuredDrift(device, sha256, place, text));
        } catch (SpecFileException e) {
            throw new DataFormatException(e.userMessage(), e);
        }
    }

    /**
     * A measured chip that is known already, from where its file is now; empty if that file is of other cells.
     *
     * @param id name and content
     */
    public static Optional<DeviceKind> openChip(Path file, String id) {
        return open(file).model() instanceof MeasuredChip chip ? chip.as(id).map(DeviceKinds::of) : Optional.empty();
    }

    /** Whether a file says near its beginning that it is a device; quick, since it is asked while a file is dropped. */
    public static boolean isDevice(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (MeasuredChips.isArchive(file)) {
            return MeasuredChips.isChip(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(DeviceYaml.FORMAT);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The device of that name, or of a file.
     *
     * @param folder that paths are relative to
     * @throws SpecException if it is neither
     */
    public static DeviceKind named(String name, Path folder) {
        if (DeviceKinds.ids().contains(name)) {
            return DeviceKinds.named(name);
        }
        try {
            Path file = folder.resolve(name).normalize();
            boolean isPath = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.matches(".*\\.(ya?ml|npz)");
            if (isPath || Files.exists(file)) {
                return open(file);
            }
        } catch (InvalidPathException e) {
            // no path of this system: refused as a name
        }
        return DeviceKinds.named(name);
    }

    /** Where the file of an opened device lies; its name where it needs none. */
    public static String place(DeviceKind kind) {
        return kind.model() instanceof DeviceOfFile opened ? opened.place() : kind.id();
    }
}
