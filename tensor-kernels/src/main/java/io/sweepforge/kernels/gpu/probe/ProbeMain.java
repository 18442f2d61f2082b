package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.ConvolutionTrial;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.gpu.jcuda.JcudaGpu;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that the probe starts. It says what it is about to do before it does it, so that whoever reads its lines knows
 * where it ended; {@link ProbeLog} reads them.
 */
final class ProbeMain {
    private final PrintStream out;

    private ProbeMain(PrintStream out) {
        this.out = out;
    }

    /** @param args ordinals of devices that are not to be tried: they ended this process before */
    public static void main(String[] args) {
        ProbeMain probe = new ProbeMain(System.out);
        try {
            probe.run(Stream.of(args).map(Integer::valueOf).collect(Collectors.toSet()));
            probe.say(ProbeLog.DONE);
        } catch (GpuException | IllegalArgumentException e) {
            probe.say(ProbeLog.FAILED, oneLine(e));
        }
    }

    private void run(Set<Integer> deadly) {
        begin(Stage.DRIVER);
        say(ProbeLog.DRIVER, Gpus.driverVersion());
        begin(Stage.DEVICES);
        List<GpuDescription> devices = Gpus.list();
        devices.forEach(this::sayDevice);
        begin(Stage.KERNEL);
        List<GpuDescription> able = devices.stream()
                .filter(device -> !deadly.contains(device.ordinal()))
                .filter(device -> passes(device, KernelTrial::run))
                .toList();
        begin(Stage.CUDNN);
        CudnnLibrary cudnn = CudnnLibrary.load();
        say(ProbeLog.CUDNN, cudnn.version(), cudnn.path().map(Object::toString).orElse(""));
        begin(Stage.CONVOLUTION);
        able.forEach(device -> passes(device, ConvolutionTrial::run));
    }

    private void sayDevice(GpuDescription device) {
        say(
                ProbeLog.DEVICE,
                device.ordinal(),
                device.name(),
                device.uuid(),
                device.computeCapability(),
                device.multiprocessors(),
                device.sharedBytesPerBlock(),
                device.memoryBytes());
    }

    /** Whether nothing is wrong with it; what is wrong is said. */
    private boolean passes(GpuDescription device, Consumer<JcudaGpu> trial) {
        say(ProbeLog.TRYING, device.ordinal());
        try (JcudaGpu gpu = Gpus.open(device.ordinal())) {
            trial.accept(gpu);
            return true;
        } catch (GpuException | IllegalArgumentException e) {
            say(ProbeLog.COMPLAINT, device.ordinal(), oneLine(e));
            return false;
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private void begin(Stage stage) {
        say(ProbeLog.STAGE, stage);
    }

    private void say(String what, Object... values) {
        StringBuilder line = new StringBuilder(ProbeLog.PREFIX).append(what);
        for (Object value : values) {
            line.append(ProbeLog.SEPARATOR).append(value);
        }
        out.println(line);
        out.flush();
    }
}
