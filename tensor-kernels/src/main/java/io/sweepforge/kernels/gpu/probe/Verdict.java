package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.probe.GpuReport.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns what a probing process said, and how it ended, into one answer that a person can act on. */
final class Verdict {
    /** CUDA 11.4 came with R470; JCuda calls what only drivers since then have. */
    static final int OLDEST_DRIVER = 11_040;
    /** The oldest level that kernels are built for (Turing). */
    static final int OLDEST_CAPABILITY = 75;
    /** The first level, and the first cuDNN for it, beyond Hopper. */
    private static final int BLACKWELL = 100;

    private static final int CUDNN_FOR_BLACKWELL = 90_700;

    private final ProbeLog log;
    private final Ending ending;
    private final String visibleDevices;

    /**
     * How the process ended.
     *
     * @param status exit status; 128 and a signal's number when a signal ended it
     * @param seconds after which it was ended because it did not end by itself; 0 when it did
     */
    record Ending(int status, long seconds) {}

    private Verdict(ProbeLog log, Ending ending, String visibleDevices) {
        this.log = log;
        this.ending = ending;
        this.visibleDevices = visibleDevices;
    }

    /**
     * @param visibleDevices what {@code CUDA_VISIBLE_DEVICES} says; empty when it is not set
     * @param known what earlier processes found of devices that this one did not try
     */
    static GpuReport of(ProbeLog log, Ending ending, String visibleDevices, List<Fault> known) {
        Verdict verdict = new Verdict(log, ending, visibleDevices);
        return new GpuReport(
                log.driverVersion(),
                log.devices(),
                log.cudnn(),
                verdict.obstacle(),
                verdict.faults(known),
                !visibleDevices.isEmpty());
    }

    /** The fault of the device whose trial ended the process, or hung in it; another process can try the others. */
    static Optional<Fault> deadly(ProbeLog log, Ending ending) {
        return new Verdict(log, ending, "").deadly();
    }

    /** What is plainly too old comes first: whatever failed afterwards follows from it. */
    private Optional<String> obstacle() {
        return oldDriver()
                .or(this::noDevice)
                .or(() -> deadly().isPresent() || isOfCudnn() ? Optional.empty() : breakdown());
    }

    private Optional<String> noDevice() {
        boolean looked = log.done() || isOfCudnn();
        return looked && log.devices().isEmpty() ? Optional.of(noGpu("")) : Optional.empty();
    }

    /** Why the process did not come to its end. */
    private Optional<String> breakdown() {
        if (ending.seconds() > 0) {
            return Optional.of(silence());
        } else if (log.failure().isPresent()) {
            return log.failure().map(this::failure);
        }
        return log.done() ? Optional.empty() : Optional.of(death());
    }

    /** Whether every device has run a kernel, or been found unable to, when it ended. */
    private boolean isOfCudnn() {
        return log.stage().filter(stage -> stage.compareTo(Stage.CUDNN) >= 0).isPresent();
    }

    private Optional<Fault> deadly() {
        boolean inTrial =
                log.stage().equals(Optional.of(Stage.KERNEL)) && log.failure().isEmpty();
        return log.devices().stream()
                .filter(device -> inTrial && log.trying().equals(OptionalInt.of(device.ordinal())))
                .findFirst()
                .flatMap(device -> breakdown().map(words -> describe(device) + ": " + words))
                .map(words -> new Fault(log.trying().orElse(0), false, words));
    }

    /** Those that explain others come first. */
    private List<Fault> faults(List<Fault> known) {
        List<Fault> faults = new ArrayList<>();
        log.devices().forEach(device -> tooOld(device).ifPresent(faults::add));
        faults.addAll(known);
        log.devices().forEach(device -> cudnnTooOld(device).ifPresent(faults::add));
        log.complaints().forEach(complaint -> faults.add(fault(complaint)));
        deadly().ifPresent(faults::add);
        if (isOfCudnn()) {
            breakdown()
                    .ifPresent(words ->
                            log.devices().forEach(device -> faults.add(new Fault(device.ordinal(), true, words))));
        }
        return faults;
    }

    private Optional<String> oldDriver() {
        int version = log.driverVersion().orElse(OLDEST_DRIVER);
        return version >= OLDEST_DRIVER
                ? Optional.empty()
                : Optional.of("The NVIDIA driver is too old: it offers CUDA %d.%d. Install R470 (CUDA 11.4) or later."
                        .formatted(version / 1000, version / 10 % 100));
    }

    private static Optional<Fault> tooOld(GpuDescription device) {
        String words = "%s has compute capability %s; 7.5 (Turing) or later is needed."
                .formatted(describe(device), device.computeCapability() / 10.0);
        return Optional.of(new Fault(device.ordinal(), false, words))
                .filter(fault -> device.computeCapability() < OLDEST_CAPABILITY);
    }

    private Optional<Fault> cudnnTooOld(GpuDescription device) {
        return log.cudnn()
                .filter(cudnn -> cudnn.version() < CUDNN_FOR_BLACKWELL && device.computeCapability() >= BLACKWELL)
                .map(cudnn -> "cuDNN %s is too old for %s: install cuDNN 9.7 or later."
                        .formatted(cudnn.versionText(), describe(device)))
                .map(words -> new Fault(device.ordinal(), true, words));
    }

    private Fault fault(ProbeLog.Complaint complaint) {
        String device = describe(log.devices().get(complaint.ordinal()));
        return complaint.stage() == Stage.CONVOLUTION
                ? new Fault(
                        complaint.ordinal(),
                        true,
                        "%s cannot run cuDNN %s: %s. Install the newest cuDNN 9 that the driver allows."
                                .formatted(
                                        device,
                                        log.cudnn()
                                                .map(CudnnLibrary::versionText)
                                                .orElse(""),
                                        complaint.words()))
                : new Fault(
                        complaint.ordinal(),
                        false,
                        "%s cannot run this build's kernels: %s.".formatted(device, complaint.words()));
    }

    private String noGpu(String because) {
        return "The NVIDIA driver finds no GPU here%s; %s. See whether nvidia-smi lists one."
                .formatted(because, visibility());
    }

    private String failure(String words) {
        return switch (log.stage().orElse(Stage.DRIVER)) {
            case DRIVER ->
                "There is no usable NVIDIA driver on this machine: %s. Install NVIDIA's driver, R470 or later."
                        .formatted(words);
            case DEVICES, KERNEL -> noGpu(" (" + words + ")");
            case CUDNN, CONVOLUTION ->
                ("cuDNN 9 cannot be loaded: %s. Install cuDNN 9 for the CUDA version of the driver, or name its directory"
                                + " with node.gpu.cudnn-home in cluster.conf or with CUDNN_HOME.")
                        .formatted(words);
        };
    }

    private String death() {
        String words = log.stage().map(Stage::words).orElse("starting");
        String lastWords = log.chatter().map(said -> "; it said: " + said).orElse("");
        String advice = switch (log.stage().orElse(Stage.DRIVER)) {
            case CUDNN, CONVOLUTION ->
                "cuDNN does that when parts of its installation are missing: install it anew%s."
                        .formatted(log.cudnn()
                                .flatMap(CudnnLibrary::path)
                                .map(path -> " (it lies at " + path + ")")
                                .orElse(""));
            default -> "See the driver's messages (dmesg) and whether nvidia-smi works.";
        };
        return "The process that tried the GPU ended with status %d while %s%s. %s"
                .formatted(ending.status(), words, lastWords, advice);
    }

    private String silence() {
        String words = log.stage().map(Stage::words).orElse("starting");
        return "The process that tried the GPU did not answer within %d s while %s. See whether nvidia-smi works."
                .formatted(ending.seconds(), words);
    }

    private static String describe(GpuDescription device) {
        return "GPU %d (%s)".formatted(device.ordinal(), device.name());
    }

    private String visibility() {
        return visibleDevices.isEmpty()
                ? "CUDA_VISIBLE_DEVICES is not set"
                : "CUDA_VISIBLE_DEVICES is \"" + visibleDevices + "\"";
    }
}
