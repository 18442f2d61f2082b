package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.ConvolutionTrial;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.gpu.jcuda.JcudaGpu;
import java.io.PrintStream;
import java.util.List;

/**
 * The process that the probe starts. It says what it is about to do before it does it, so that whoever reads its lines knows
 * where it ended; {@link ProbeLog} reads them.
 */
final class ProbeMain {
    private final PrintStream out;

    private ProbeMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        ProbeMain probe = new ProbeMain(System.out);
        try {
            probe.run();
            probe.say(ProbeLog.DONE);
        } catch (GpuException | IllegalArgumentException e) {
            probe.say(ProbeLog.FAILED, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private void run() {
        begin(Stage.DRIVER);
        say(ProbeLog.DRIVER, Gpus.driverVersion());
        begin(Stage.DEVICES);
        List<GpuDescription> devices = Gpus.list();
        devices.forEach(this::sayDevice);
        begin(Stage.KERNEL);
        devices.forEach(this::tryKernel);
        begin(Stage.CUDNN);
        CudnnLibrary cudnn = CudnnLibrary.load();
        say(ProbeLog.CUDNN, cudnn.version(), cudnn.path().map(Object::toString).orElse(""));
        begin(Stage.CONVOLUTION);
        devices.forEach(this::tryConvolution);
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

    private void tryKernel(GpuDescription device) {
        say(ProbeLog.TRYING, device.ordinal());
        try (JcudaGpu gpu = Gpus.open(device.ordinal())) {
            KernelTrial.run(gpu);
        }
    }

    private void tryConvolution(GpuDescription device) {
        say(ProbeLog.TRYING, device.ordinal());
        try (JcudaGpu gpu = Gpus.open(device.ordinal())) {
            ConvolutionTrial.run(gpu);
        }
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
