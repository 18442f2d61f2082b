package io.sweepforge.kernels.gpu.jcuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import jcuda.driver.CUdevice;
import jcuda.driver.CUuuid;
import jcuda.driver.JCudaDriver;

/**
 * The GPUs of this machine that this process may see; which those are is the driver's business, and {@code
 * CUDA_VISIBLE_DEVICES} its setting. Every call may throw {@link GpuException}.
 */
public final class Gpus {
    private static final int NAME_BYTES = 256;

    private Gpus() {}

    /**
     * The CUDA version that the driver offers: major times 1000 plus minor times 10, e.g. 12040. Asks for no device.
     *
     * @throws GpuException of kind not supported when there is no driver
     */
    public static int driverVersion() {
        return DriverLibrary.version();
    }

    /** What they are, by ordinal; none is opened. */
    public static List<GpuDescription> list() {
        DriverLibrary.load();
        int[] count = new int[1];
        DriverStatus.check(JCudaDriver.cuDeviceGetCount(count), "counting devices");
        return IntStream.range(0, count[0])
                .mapToObj(ordinal -> describe(ordinal, device(ordinal)))
                .toList();
    }

    /**
     * Opens one, with its primary context.
     *
     * @param ordinal from 0, as in {@link #list()}
     */
    public static JcudaGpu open(int ordinal) {
        DriverLibrary.load();
        CUdevice device = device(ordinal);
        return new JcudaGpu(device, describe(ordinal, device));
    }

    private static CUdevice device(int ordinal) {
        CUdevice device = new CUdevice();
        DriverStatus.check(JCudaDriver.cuDeviceGet(device, ordinal), "finding device " + ordinal);
        return device;
    }

    private static GpuDescription describe(int ordinal, CUdevice device) {
        int major = attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor = attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        return new GpuDescription(
                ordinal,
                name(device),
                uuid(device),
                10 * major + minor,
                attribute(device, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
                attribute(device, CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN),
                memory(device));
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        DriverStatus.check(
                JCudaDriver.cuDeviceGetAttribute(value, attribute, device), "asking for attribute " + attribute);
        return value[0];
    }

    private static String name(CUdevice device) {
        byte[] name = new byte[NAME_BYTES];
        DriverStatus.check(JCudaDriver.cuDeviceGetName(name, NAME_BYTES, device), "asking for a device's name");
        return untilZero(name);
    }

    private static long memory(CUdevice device) {
        long[] bytes = new long[1];
        DriverStatus.check(JCudaDriver.cuDeviceTotalMem(bytes, device), "asking for a device's memory");
        return bytes[0];
    }

    private static String uuid(CUdevice device) {
        CUuuid uuid = new CUuuid();
        DriverStatus.check(JCudaDriver.cuDeviceGetUuid(uuid, device), "asking for a device's id");
        return formatUuid(uuid.bytes);
    }

    /** As {@code nvidia-smi} prints it, e.g. {@code GPU-1b2c3d4e-0000-1111-2222-333344445555}. */
    static String formatUuid(byte[] bytes) {
        StringBuilder text = new StringBuilder("GPU");
        for (int i = 0; i < bytes.length; i++) {
            boolean beginsGroup = i == 0 || i == 4 || i == 6 || i == 8 || i == 10;
            text.append(beginsGroup ? "-" : "").append("%02x".formatted(bytes[i]));
        }
        return text.toString();
    }

    private static String untilZero(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
