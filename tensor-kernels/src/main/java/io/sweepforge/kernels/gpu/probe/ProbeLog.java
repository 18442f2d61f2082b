package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a probing process said until it ended.
 *
 * @param driverVersion as {@code Gpus.driverVersion()} has it
 * @param stage the last one that it began
 * @param trying the device that it tried last in a stage that tries each
 * @param complaints what went wrong with single devices
 * @param failure why it gave up, in its own words
 * @param done whether it came to its end
 * @param chatter the last line that was none of its own: a library's last words
 */
record ProbeLog(
        OptionalInt driverVersion,
        List<GpuDescription> devices,
        Optional<CudnnLibrary> cudnn,
        Optional<Stage> stage,
        OptionalInt trying,
        List<Complaint> complaints,
        Optional<String> failure,
        boolean done,
        Optional<String> chatter) {
    static final String PREFIX = "probe:";
    static final String SEPARATOR = "\t";
    static final String STAGE = "stage";
    static final String DRIVER = "driver";
    static final String DEVICE = "device";
    static final String TRYING = "trying";
    static final String COMPLAINT = "complaint";
    static final String CUDNN = "cudnn";
    static final String FAILED = "failed";
    static final String DONE = "done";

    /** What went wrong with a device in a stage that tries each. */
    record Complaint(Stage stage, int ordinal, String words) {}

    ProbeLog {
        devices = List.copyOf(devices);
        complaints = List.copyOf(complaints);
    }

    static ProbeLog parse(List<String> lines) {
        Reader reader = new Reader();
        lines.forEach(reader::read);
        return reader.log();
    }

    private static final class Reader {
        private OptionalInt driver = OptionalInt.empty();
        private final List<GpuDescription> devices = new ArrayList<>();
        private @Nullable CudnnLibrary cudnn;
        private @Nullable Stage stage;
        private OptionalInt trying = OptionalInt.empty();
        private final List<Complaint> complaints = new ArrayList<>();
        private @Nullable String failure;
        private boolean done;
        private @Nullable String chatter;

        void read(String line) {
            if (!line.startsWith(PREFIX)) {
                chatter = line.isBlank() ? chatter : line.strip();
                return;
            }
            String[] words = line.substring(PREFIX.length()).split(SEPARATOR, -1);
            switch (words[0]) {
                case STAGE -> begin(Stage.valueOf(words[1]));
                case DRIVER -> driver = OptionalInt.of(Integer.parseInt(words[1]));
                case DEVICE -> devices.add(device(words));
                case TRYING -> trying = OptionalInt.of(Integer.parseInt(words[1]));
                case COMPLAINT -> complaints.add(complaint(words));
                case CUDNN -> cudnn = new CudnnLibrary(path(words[2]), Integer.parseInt(words[1]));
                case FAILED -> failure = words[1];
                case DONE -> done = true;
                default -> throw new IllegalArgumentException("what must be a line of the probe, was " + line);
            }
        }

        private void begin(Stage begun) {
            stage = begun;
            trying = OptionalInt.empty();
        }

        private Complaint complaint(String[] words) {
            Stage now = stage == null ? Stage.DRIVER : stage;
            return new Complaint(now, Integer.parseInt(words[1]), words[2]);
        }

        private static Optional<Path> path(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        }

        private static GpuDescription device(String[] words) {
            return new GpuDescription(
                    Integer.parseInt(words[1]),
                    words[2],
                    words[3],
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]),
                    Integer.parseInt(words[6]),
                    Long.parseLong(words[7]));
        }

        ProbeLog log() {
            return new ProbeLog(
                    driver,
                    devices,
                    Optional.ofNullable(cudnn),
                    Optional.ofNullable(stage),
                    trying,
                    complaints,
                    Optional.ofNullable(failure),
                    done,
                    Optional.ofNullable(chatter));
        }
    }
}
