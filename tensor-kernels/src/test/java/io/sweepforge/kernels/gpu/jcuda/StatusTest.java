package io.sweepforge.kernels.gpu.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "1, INVALID_CALL, INVALID_VALUE",
        "2, OUT_OF_MEMORY, OUT_OF_GPU_MEMORY",
        "100, NOT_SUPPORTED, NO_DEVICE",
        "222, NOT_SUPPORTED, UNSUPPORTED_PTX_VERSION",
        "700, STICKY, ILLEGAL_ADDRESS",
        "701, NOT_SUPPORTED, LAUNCH_OUT_OF_RESOURCES",
        "719, STICKY, LAUNCH_FAILED",
        "31415, STICKY, a code this build does not know",
    })
    void theDriversCodesHaveAMeaning(int code, Kind kind, String name) {
        GpuException exception = DriverStatus.exception(code, "a call");

        assertThat(exception.kind()).isEqualTo(kind);
        assertThat(exception).hasMessage("a call failed: the driver answered " + code + " (" + name + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "1001, NOT_SUPPORTED, NOT_INITIALIZED",
        "2000, INVALID_CALL, BAD_PARAM",
        "3007, NOT_SUPPORTED, NOT_SUPPORTED_ARCH_MISMATCH",
        "3999, NOT_SUPPORTED, a code this build does not know",
        "4000, STICKY, INTERNAL_ERROR",
        "4004, OUT_OF_MEMORY, INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "5000, STICKY, EXECUTION_FAILED",
        "9, STICKY, a code this build does not know",
    })
    void cudnnsCodesHaveTheMeaningOfVersion9(int code, Kind kind, String name) {
        assertThatThrownBy(() -> CudnnStatus.check(code, "a call"))
                .isInstanceOfSatisfying(
                        GpuException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessage("a call failed: cuDNN answered " + code + " (" + name + ")");
    }

    @Test
    void successPasses() {
        assertThatCode(() -> CudnnStatus.check(0, "a call")).doesNotThrowAnyException();
        assertThatCode(() -> DriverStatus.check(0, "a call")).doesNotThrowAnyException();
    }

    @Test
    void bytesAreSaid() {
        assertThatThrownBy(() -> DriverStatus.check(2, "taking device memory", 512))
                .hasMessageStartingWith("taking device memory (512 bytes) failed");
    }
}
