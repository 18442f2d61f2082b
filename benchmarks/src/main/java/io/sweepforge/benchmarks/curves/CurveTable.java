package io.sweepforge.benchmarks.curves;

import io.sweepforge.benchmarks.ResourceLines;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import io.sweepforge.search.space.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The recorded curve of every configuration of a study: CSV with the parameters, then the metric after each epoch. */
final class CurveTable {
    private final CurveStudy study;
    private final Map<Configuration, double[]> curves = new HashMap<>();

    CurveTable(CurveStudy study, List<String> lines) {
        this.study = study;
        ResourceLines.rows(lines).forEach(this::read);
    }

    /** The table that was recorded last. */
    static CurveTable recorded(CurveStudy study) {
        return new CurveTable(study, ResourceLines.read(CurveTable.class, study.name() + ".csv"));
    }

    private void read(List<String> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Parameter> parameters = study.space().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i).name(), value(cells.get(i)));
        }
        Configuration configuration =
                ConfigurationCheck.check(study.space(), study.name(), values).get();
        curves.put(
                configuration,
                cells.subList(parameters.size(), cells.size()).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    private static Object value(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return cell;
        }
    }

    static String header(CurveStudy study) {
        String names = study.space().parameters().stream().map(Parameter::name).collect(Collectors.joining(","));
        StringBuilder header = new StringBuilder(names);
        for (int epoch = 1; epoch <= study.epochs(); epoch++) {
            header.append(",epoch").append(epoch);
        }
        return header.toString();
    }

    static String line(Configuration configuration, double[] metrics) {
        String values =
                configuration.values().values().stream().map(String::valueOf).collect(Collectors.joining(","));
        return values + Arrays.stream(metrics).mapToObj(CurveTable::brief).collect(Collectors.joining(",", ",", ""));
    }

    private static String brief(double metric) {
        return Double.isNaN(metric) ? "NaN" : String.format(Locale.ROOT, "%.4f", metric);
    }

    CurveStudy study() {
        return study;
    }

    /** Loss after each epoch, NaN from where it diverged. */
    double[] losses(Configuration configuration) {
        double @Nullable [] metrics = curves.get(configuration);
        if (metrics == null) {
            throw new IllegalArgumentException(study.name() + " has no curve of " + configuration);
        }
        return Arrays.stream(metrics).map(study.objective()::toLoss).toArray();
    }
}
