package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.gpu.ConvTile.Beside;
import io.sweepforge.kernels.array.gpu.ConvTile.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What convolutions bring to shared memory. That any choice gives the same results is FusedConvolutionsTest's. */
class ConvTileTest {
    private static final int BATCH = 32;
    private static final int LARGE = 27_000;

    private static Work work(Beside beside, int inputs, int outputs, int rows) {
        return new Work(beside, inputs, outputs, 3, 1, rows, rows);
    }

    @ParameterizedTest
    @EnumSource(Beside.class)
    void fitsIntoAnyRoomDownToTheSmallestPart(Beside beside) {
        Work work = work(beside, 20, 40, 25);
        int smallest = Math.toIntExact(work.floats(work.smallest()));
        assertThat(work.best(BATCH, smallest - 1)).isEmpty();
        for (int room = smallest; room < 200_000; room += 1 + room / 7) {
            ConvTile tile = work.best(BATCH, room).orElseThrow();
            assertThat(work.floats(tile)).isLessThanOrEqualTo(room);
            assertThat(tile.rows() % 2).isZero();
            assertThat(tile.pitch() % 2).isZero();
            assertThat(tile.plane() % 2).isZero();
            assertThat(tile.outputs() % ConvTile.OUTPUTS).isZero();
            assertThat(tile.images()).isBetween(1, tile.rows() < 25 ? 1 : BATCH);
        }
    }

    @ParameterizedTest
    @CsvSource({"WEIGHTS, 32, 20", "ERRORS, 32, 20"})
    void takesEverythingWhereItFits(Beside beside, int images, int inputs) {
        ConvTile tile = work(beside, inputs, 12, 6).best(BATCH, 1 << 20).orElseThrow();
        assertThat(tile).isEqualTo(new ConvTile(images, 6, inputs, 16, 8, 8, 66));
    }

    /** 49 blocks an image: five keep 245 of 256 threads busy, six take two rounds. With fewer inputs, as many fit. */
    @ParameterizedTest
    @CsvSource({"27000, 16", "15000, 8"})
    void takesAsManyImagesAsKeepThreadsBusy(int room, int inputs) {
        ConvTile tile = work(Beside.TURNED_WEIGHTS, 16, 8, 14).best(BATCH, room).orElseThrow();
        assertThat(tile.images()).isEqualTo(5);
        assertThat(tile.inputs()).isEqualTo(inputs);
    }

    @Test
    void takesImagesWithAllChannelsOrOneByOneForwards() {
        ConvTile tile = work(Beside.WEIGHTS, 16, 8, 14).best(BATCH, 15_000).orElseThrow();
        assertThat(tile.images()).isEqualTo(3);
        assertThat(tile.inputs()).isEqualTo(16);
    }

    /** Two images make 196 pieces of work, which need 32 inputs only in part to fit. */
    @ParameterizedTest
    @CsvSource({"19000, 2, 16", "27000, 2, 32"})
    void takesFewerInputsForTheSakeOfMoreImages(int room, int images, int inputs) {
        ConvTile tile =
                work(Beside.TURNED_WEIGHTS, 32, 16, 14).best(BATCH, room).orElseThrow();
        assertThat(tile.images()).isEqualTo(images);
        assertThat(tile.inputs()).isEqualTo(inputs);
    }

    @ParameterizedTest
    @CsvSource({"WEIGHTS, 4, 200, 8", "ERRORS, 4, 200, 8", "WEIGHTS, 256, 8, 64"})
    void takesRowsOfLargeImages(Beside beside, int inputs, int rows, int outputs) {
        ConvTile tile = work(beside, inputs, outputs, rows).best(BATCH, LARGE).orElseThrow();
        assertThat(tile.images()).isEqualTo(1);
        assertThat(tile.rows() < rows || tile.inputs() < inputs).isTrue();
    }
}
