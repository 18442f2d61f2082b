package io.sweepforge.node.device;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.family.MetricDescription;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.family.ParameterDescription;
import java.util.List;
import java.util.Map;

/** A family whose lanes occupy as many bytes as their parameter {@code bytes} says. */
record FakeFamily(String name) implements ModelFamily {
    @Override
    public String description() {
        return "A fake.";
    }

    @Override
    public String task() {
        return "classification";
    }

    @Override
    public List<ParameterDescription> parameters() {
        return List.of();
    }

    @Override
    public Map<String, Object> defaultSpace() {
        return Map.of();
    }

    @Override
    public int defaultEpochs() {
        return 1;
    }

    @Override
    public List<MetricDescription> metrics() {
        return List.of();
    }

    @Override
    public List<String> problems(Map<String, Object> parameters, int epochs, DataShape shape) {
        return parameters.containsKey("bad") ? List.of("bad is bad") : List.of();
    }

    @Override
    public long estimateBytes(Map<String, Object> parameters, DataShape shape) {
        return (int) parameters.getOrDefault("bytes", 10);
    }
}
