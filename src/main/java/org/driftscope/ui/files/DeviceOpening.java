package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.measured.DeviceFit;
import org.driftscope.device.measured.FitOptions;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.device.FittedDevice;
import org.driftscope.io.device.MeasurementFiles;
import org.driftscope.io.device.TableOptions;
import org.driftscope.io.device.TablePreview;
import org.driftscope.io.device.UnclearColumns;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Opens devices of one's own: device files, and tables of measurements, which are fitted and kept as a device file first. */
public final class DeviceOpening {
    private static final String COLUMNS = "columns.";

    private final ExplorerViewModel explorer;
    private final JobMonitor monitor;
    private final ProblemSink problems;
    private final OpenedNews news;
    private final Consumer<Path> opened;
    private Function<String, Optional<Path>> place = name -> Optional.empty();

    private @Nullable ColumnAsker asker;
    private @Nullable Choices choices;

    /** What a file comes to: a device, one that is to be kept first, or a question. */
    private record Found(@Nullable DeviceKind device, @Nullable MeasuredDevice fitted, @Nullable Unclear unclear) {}

    /** A table whose columns must be told. @param why a sentence */
    private record Unclear(ColumnChoice known, String why) {}

    DeviceOpening(
            ExplorerViewModel explorer,
            JobMonitor monitor,
            ProblemSink problems,
            OpenedNews news,
            Consumer<Path> opened) {
        this.explorer = explorer;
        this.monitor = monitor;
        this.problems = problems;
        this.news = news;
        this.opened = opened;
    }

    /** @param asking where a device is to be kept; given the name that it would have */
    public void keepAt(Function<String, Optional<Path>> asking) {
        place = asking;
    }

    /**
     * @param columns asks which column of a table is which, where that is not clear
     * @param memory what was answered, for the next table of the same columns
     */
    public void askColumns(ColumnAsker columns, Choices memory) {
        asker = columns;
        choices = memory;
    }

    /** The chip has this device's cells from then on. */
    public void open(Path file) {
        open(file, null);
    }

    /** @param said of a table's columns; null for nothing */
    private void open(Path file, @Nullable ColumnChoice said) {
        String doing = "Opening " + file.getFileName();
        Workspace open = explorer.workspaceProperty().get();
        ExplorerState state = explorer.history().get();
        monitor.run(Job.<Found>of(
                doing,
                (progress, cancel) -> {
                    if (!FileRole.isTable(file) && !FileRole.isTableOfArrays(file)) {
                        DeviceKind device = DeviceFiles.open(file);
                        requireFits(device, open, state, cancel);
                        return new Found(device, null, null);
                    }
                    return fitted(file, said, cancel);
                },
                found -> {
                    if (found.device() != null) {
                        take(found.device(), file);
                    } else if (found.fitted() != null) {
                        keep(found.fitted());
                    } else if (found.unclear() != null && asker != null) {
                        asker.ask(
                                String.valueOf(file.getFileName()),
                                found.unclear().why(),
                                found.unclear().known(),
                                choice -> open(file, choice));
                    }
                },
                error -> problems.show(doing, error)));
    }

    private Found fitted(Path file, @Nullable ColumnChoice said, CancelToken cancel) {
        Choices memory = choices;
        if (asker == null || memory == null) {
            return new Found(null, fit(file, TableOptions.found(), cancel), null);
        }
        ColumnChoice known = said;
        try {
            if (known == null) {
                return new Found(null, fit(file, TableOptions.found(), cancel), null);
            }
            MeasuredDevice device = fit(file, known.options(), cancel);
            memory.put(Map.of(COLUMNS + known.preview().kind(), known.remembered()));
            return new Found(null, device, null);
        } catch (UnclearColumns e) {
            TablePreview preview = TablePreview.of(file);
            ColumnChoice before =
                    known == null ? ColumnChoice.of(preview, memory.get(COLUMNS + preview.kind(), "")) : known;
            return new Found(null, null, new Unclear(before, e.problem()));
        }
    }

    private static MeasuredDevice fit(Path file, TableOptions options, CancelToken cancel) {
        DeviceFit fit = DeviceFit.of(MeasurementFiles.open(file, options), FitOptions.usual(), cancel);
        return FittedDevice.of(fit, file, FittedDevice.name(file), "", "", false);
    }

    /** A chip of another network would be refused at every picture and score, so it is now. */
    private static void requireFits(
            DeviceKind device, @Nullable Workspace open, ExplorerState state, CancelToken cancel) {
        if (open != null && device.model().isMeasuredCellByCell()) {
            ChipSpec chip = state.chip().withDevice(device);
            open.use(bench -> bench.chip(chip, state.drifting().in(open.network()), cancel));
        }
    }

    private void keep(MeasuredDevice fitted) {
        place.apply(fitted.name()).ifPresent(file -> {
            String doing = "Saving " + file.getFileName();
            monitor.run(Job.<DeviceKind>of(
                    doing,
                    (progress, cancel) -> {
                        DeviceFiles.write(fitted, file);
                        return DeviceFiles.open(file);
                    },
                    device -> take(device, file),
                    error -> problems.show(doing, error)));
        });
    }

    private void take(DeviceKind device, Path file) {
        ExplorerState before = explorer.history().get();
        explorer.settings().devices().take(device);
        news.settings(
                String.valueOf(file.getFileName()), before, explorer.history().get());
        opened.accept(file);
    }
}
