package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import io.sweepforge.kernels.nn.cudnn.jcudnn.ConvolutionAlgorithms.Offer;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvolutionAlgorithmsTest {
    private static final ConvGeometry GEOMETRY = new ConvGeometry(1, 8, 8, 4, 3, 1, 1, 8, 8);
    private static final int WINOGRAD = 6;
    private static final int NOT_SUPPORTED = 3000;

    private static int choose(Offer... offers) {
        return ConvolutionAlgorithms.choose(Stream.of(offers), ConvolutionAlgorithms.FORWARD, GEOMETRY, "forward pass");
    }

    @Test
    void takesTheFastestOfThoseAllowed() {
        assertThat(choose(new Offer(WINOGRAD, 0, 1), new Offer(1, 0, 1), new Offer(0, 0, 1)))
                .isEqualTo(1);
    }

    @Test
    void passesOverWhatIsNotOfferedOrNotTheSameEachTime() {
        assertThat(choose(new Offer(1, NOT_SUPPORTED, 1), new Offer(1, 0, 0), new Offer(0, 0, 1)))
                .isZero();
    }

    @Test
    void saysForWhatNoneIsOffered() {
        assertThatExceptionOfType(GpuException.class)
                .isThrownBy(() -> choose(new Offer(WINOGRAD, 0, 1)))
                .withMessageContaining("forward pass of ConvGeometry[channels=1")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_SUPPORTED));
    }
}
