package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.problem.Spaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void measuresNumbersByTheirSpreadAndCategoriesByOne() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Spaces.real(0, 1));
        tree.put("c", Spaces.choice("a", "b", "c"));
        List<TpeDimension> dimensions = TpeGroup.of(Spaces.of(tree)).get(0).dimensions();
        List<double[]> points = List.of(new double[] {0.2, 0}, new double[] {0.4, 1});
        double variance = (0.5 * 0.5 + 1 / 12.0 + 0.2 * 0.2 + 0.4 * 0.4) / 3 - Math.pow(1.1 / 3, 2);

        Spread spread = new Spread(dimensions, points);

        assertThat(spread.squaredDistance(new double[] {0.1, 0}, new double[] {0.4, 0}))
                .isCloseTo(0.09 / variance, within(1e-12));
        assertThat(spread.squaredDistance(new double[] {0.1, 0}, new double[] {0.1, 2}))
                .isEqualTo(1);
    }
}
