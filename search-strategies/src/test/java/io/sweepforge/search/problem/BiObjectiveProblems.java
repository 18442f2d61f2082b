package io.sweepforge.search.problem;

import static io.sweepforge.search.problem.Read.log2;
import static io.sweepforge.search.problem.Read.number;
import static io.sweepforge.search.problem.Read.point;

import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems with two objectives. */
public final class BiObjectiveProblems {
    private BiObjectiveProblems() {}

    public static List<BiObjectiveProblem> all() {
        return List.of(zdt(), network());
    }

    /**
     * ZDT1 (Zitzler, Deb and Thiele, 2000) with its best values moved away from the border, where its own lie: 6 floats, a
     * convex front f₂ = 1 − √f₁.
     */
    public static BiObjectiveProblem zdt() {
        double largest = 1.1 * 6 - 1.0 / 3;
        return new BiObjectiveProblem(
                "zdt", Spaces.floats(6, 0, 1), values -> zdt(point(values)), new double[] {1.1, 6}, largest);
    }

    private static double[] zdt(double[] x) {
        double far = 0;
        for (int i = 1; i < x.length; i++) {
            far += Math.abs(x[i] - 0.2 - 0.1 * i) / 0.7;
        }
        double scale = 1 + 9 * far / (x.length - 1);
        return new double[] {x[0], scale * (1 - Math.sqrt(x[0] / scale))};
    }

    /** Error against cost of a small network, with integers and a category only: 288 points. */
    public static BiObjectiveProblem network() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("width", Spaces.integer(8, 128, 8));
        tree.put("layers", Spaces.integer(1, 6));
        tree.put("cell", Spaces.choice("plain", "residual", "dense"));
        SearchSpace space = Spaces.of(tree);
        double[] reference = {1, 1};
        List<double[]> everything = GridWalk.points(space, 1_000).orElseThrow().stream()
                .map(point -> errorAndCost(point.values()))
                .toList();
        return new BiObjectiveProblem(
                "network", space, BiObjectiveProblems::errorAndCost, reference, Area.dominated(everything, reference));
    }

    private static double[] errorAndCost(Map<String, Object> values) {
        double layers = number(values, "layers");
        String cell = (String) values.get("cell");
        double gain = Map.of("plain", 0.6, "residual", 1.0, "dense", 1.2).get(cell);
        double price = Map.of("plain", 1.0, "residual", 1.1, "dense", 1.9).get(cell);
        double tooDeep = cell.equals("plain") ? 0.05 * Math.max(0, layers - 3) : 0;
        double error = 1 / (1 + gain * 0.3 * log2(values, "width") * Math.sqrt(layers) / 2) + tooDeep;
        double cost = price * number(values, "width") * layers / 700;
        return new double[] {error, cost};
    }
}
