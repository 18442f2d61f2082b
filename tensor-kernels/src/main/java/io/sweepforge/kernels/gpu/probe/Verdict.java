package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import java.util.List;
import java.util.Optional;

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

    /** @param visibleDevices what {@code CUDA_VISIBLE_DEVICES} says; empty when it is not set */
    static GpuReport of(ProbeLog log, Ending ending, String visibleDevices) {
        Optional<String> obstacle = new Verdict(log, ending, visibleDevices).obstacle();
        return new GpuReport(log.driverVersion(), log.devices(), log.cudnn(), obstacle);
    }

    /** What is plainly too old comes first: whatever failed afterwards follows from it. */
    private Optional<String> obstacle() {
        return oldDriver()
                .or(this::oldDevice)
                .or(this::oldCudnn)
                .or(() -> ending.seconds() > 0 ? Optional.of(silence()) : Optional.empty())
                .or(() -> log.failure().map(this::failure))
                .or(() -> log.done() ? noDevice() : Optional.of(death()));
    }

    private Optional<String> oldDriver() {
        int version = log.driverVersion().orElse(OLDEST_DRIVER);
        return version >= OLDEST_DRIVER
                ? Optional.empty()
                : Optional.of("The NVIDIA driver is too old: it offers CUDA %d.%d. Install R470 (CUDA 11.4) or later."
                        .formatted(version / 1000, version / 10 % 100));
    }

    private Optional<String> oldDevice() {
        return log.devices().stream()
                .filter(device -> device.computeCapability() < OLDEST_CAPABILITY)
                .findFirst()
                .map(device -> "%s has compute capability %s; 7.5 (Turing) or later is needed. %s"
                        .formatted(describe(device), device.computeCapability() / 10.0, hide()));
    }

    private Optional<String> oldCudnn() {
        return log.cudnn()
                .filter(cudnn -> cudnn.version() < CUDNN_FOR_BLACKWELL)
                .filter(cudnn -> log.devices().stream().anyMatch(device -> device.computeCapability() >= BLACKWELL))
                .map(cudnn -> "cuDNN %s is too old for this GPU: install cuDNN 9.7 or later.".formatted(text(cudnn)));
    }

    private Optional<String> noDevice() {
        return log.devices().isEmpty() ? Optional.of(noGpu("")) : Optional.empty();
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
            case DEVICES -> noGpu(" (" + words + ")");
            case KERNEL -> "%s cannot run this build's kernels: %s. %s".formatted(tried(), words, hide());
            case CUDNN ->
                ("cuDNN 9 cannot be loaded: %s. Install cuDNN 9 for the CUDA version of the driver, or name its directory"
                                + " with node.gpu.cudnn-home in cluster.conf or with CUDNN_HOME.")
                        .formatted(words);
            case CONVOLUTION ->
                "%s cannot run cuDNN %s: %s. Install the newest cuDNN 9 that the driver allows."
                        .formatted(tried(), log.cudnn().map(Verdict::text).orElse(""), words);
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

    private String tried() {
        List<GpuDescription> devices = log.devices();
        int ordinal = log.trying().orElse(0);
        return ordinal < devices.size() ? describe(devices.get(ordinal)) : "The GPU";
    }

    private static String describe(GpuDescription device) {
        return "GPU %d (%s)".formatted(device.ordinal(), device.name());
    }

    private String hide() {
        return log.devices().size() > 1 ? "CUDA_VISIBLE_DEVICES can hide it." : "";
    }

    private String visibility() {
        return visibleDevices.isEmpty()
                ? "CUDA_VISIBLE_DEVICES is not set"
                : "CUDA_VISIBLE_DEVICES is \"" + visibleDevices + "\"";
    }

    private static String text(CudnnLibrary cudnn) {
        return cudnn.versionText();
    }
}
