package io.sweepforge.search.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fits processes. A fit starts from the one on the first trials by number, up to a fixed size: a pure function of the
 * evidence, which costs little because those fits are remembered and the smaller ones are cheap.
 */
final class Models {
    private static final int FIRST = 8;
    private static final double GROWTH = 1.5;
    private static final int LARGEST = 150;
    private static final int REMEMBERED = 100;

    private final Features features;
    private final Fit fit;
    private final Map<List<Object>, Hyperparameters> fits = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Hyperparameters> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param ofTraining whether trials train for epochs */
    Models(Features features, boolean ofTraining) {
        this.features = features;
        this.fit = new Fit(features, ofTraining);
    }

    /** @param evidence by number */
    Model of(List<Evidence> evidence, Focus focus) {
        List<Evidence> used = Subset.of(evidence);
        OutputScale scale = scale(used, focus);
        double[] targets = targets(used, scale);
        List<double[]> points = points(used);
        Hyperparameters hyperparameters = fit.refined(ofFirst(size(evidence.size()), evidence, focus), points, targets);
        return new Model(new Posterior(features, hyperparameters, points, targets), scale, used);
    }

    /** The largest of the fixed sizes that is not above a limit; the limit when all are. */
    private static int size(int limit) {
        int size = Math.min(FIRST, limit);
        while (next(size) <= Math.min(limit, LARGEST)) {
            size = next(size);
        }
        return size;
    }

    private static int next(int size) {
        return Math.max(size + 1, (int) (size * GROWTH));
    }

    private Hyperparameters ofFirst(int size, List<Evidence> evidence, Focus focus) {
        List<Evidence> first = evidence.subList(0, size);
        List<Object> key = new ArrayList<>();
        key.add(focus);
        first.forEach(each -> key.addAll(List.of(each.number(), each.loss(), Arrays.hashCode(each.point()))));
        Hyperparameters known = fits.get(key);
        if (known != null) {
            return known;
        }
        double[] targets = targets(first, scale(first, focus));
        Hyperparameters found = size <= FIRST
                ? fit.fromScratch(points(first), targets)
                : fit.continued(ofFirst(size(size - 1), evidence, focus), points(first), targets);
        fits.put(key, found);
        return found;
    }

    private static OutputScale scale(List<Evidence> evidence, Focus focus) {
        return new OutputScale(evidence.stream().mapToDouble(Evidence::loss).toArray(), focus);
    }

    private static double[] targets(List<Evidence> evidence, OutputScale scale) {
        return evidence.stream().mapToDouble(each -> scale.target(each.loss())).toArray();
    }

    private static List<double[]> points(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::point).collect(Collectors.toList());
    }
}
