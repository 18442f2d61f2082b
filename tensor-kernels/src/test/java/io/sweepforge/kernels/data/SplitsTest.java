package io.sweepforge.kernels.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitsTest {
    @Test
    void everyRowBelongsToExactlyOnePart() {
        LabelledDataset bars = SampleData.bars(101);
        Set<Integer> seen = new HashSet<>();
        int rows = 0;
        for (Split split : Split.values()) {
            SampleData.rows(bars, split).forEach(row -> seen.add(Arrays.hashCode(row)));
            rows += bars.count(split);
        }

        assertThat(rows).isEqualTo(101);
        assertThat(seen).hasSize(101);
        assertThat(bars.count(Split.VALIDATION)).isEqualTo(15);
    }

    @Test
    void theSameDataAreSplitTheSameWayEveryTime() {
        assertThat(SampleData.rows(SampleData.bars(60), Split.TEST))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(SampleData.rows(SampleData.bars(60), Split.TEST));
    }

    @Test
    void trainingImagesHaveMeanZeroAndDeviationOne() {
        double sum = 0;
        double squares = 0;
        LabelledDataset bars = SampleData.bars(100);
        for (float[] row : SampleData.rows(bars, Split.TRAINING)) {
            for (float pixel : row) {
                sum += pixel;
                squares += pixel * pixel;
            }
        }
        double values = 36.0 * bars.count(Split.TRAINING);

        assertThat(sum / values).isCloseTo(0, within(1e-5));
        assertThat(squares / values).isCloseTo(1, within(1e-5));
    }

    @Test
    void checksumTellsDataOfTheSameShapeApart() {
        SeriesDataset wave = SampleData.wave(100);

        assertThat(SampleData.wave(100).checksum()).isEqualTo(wave.checksum());
        assertThat(new HashSet<>(Arrays.asList(
                        SampleData.bars(100).checksum(),
                        wave.checksum(),
                        SampleData.wave(101).checksum())))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void windowsKeepTheirTargetsWithinTheirPart(Split split) {
        SeriesDataset wave = SampleData.wave(100);
        ForecastWindows windows = new ForecastWindows(wave, 8, 3);
        int first = Math.max(split.start(100), 8);
        int last = windows.count(split) - 1;

        assertThat(windows.target(split, 0, 0)).isEqualTo(wave.target(first));
        assertThat(windows.lastObserved(split, 0)).isEqualTo(wave.target(first - 1));
        assertThat(windows.target(split, last, 2)).isEqualTo(wave.target(split.end(100) - 1));
    }

    @Test
    void inputOfAWindowEndsBeforeItsFirstTarget() {
        SeriesDataset wave = SampleData.wave(100);
        ForecastWindows windows = new ForecastWindows(wave, 8, 3);
        float[] input = new float[16];
        float[] rows = new float[16];
        windows.copyInput(Split.VALIDATION, 4, input, 0);
        wave.copyRows(70 + 4 - 8, 8, rows, 0);

        assertThat(input).isEqualTo(rows);
        assertThat(Math.sinh(input[15])).isCloseTo(windows.lastObserved(Split.VALIDATION, 4), within(1e-5));
    }

    @Test
    void aPartTooShortForOneWindowHasNone() {
        assertThat(ForecastWindows.count(Split.VALIDATION, 100, 8, 16)).isZero();
        assertThat(ForecastWindows.count(Split.VALIDATION, 100, 8, 15)).isEqualTo(1);
        assertThat(ForecastWindows.count(Split.TRAINING, 100, 70, 1)).isZero();
    }
}
