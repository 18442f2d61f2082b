package io.sweepforge.benchmarks.curves;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sampler and a scheduler that work together, written {@code tpe+asha} or {@code tpe+asha:mode=promotion:minEpochs=3}. */
record Contender(String sampler, String scheduler, Map<String, Object> options) {
    static final Contender RANDOM = new Contender("random", "none", Map.of());
    static final Contender PLAIN_ASHA = new Contender("random", "asha", Map.of());

    static Contender parse(String text) {
        List<String> parts = List.of(text.split(":", -1));
        List<String> pair = List.of(parts.get(0).split("\\+", -1));
        Map<String, Object> options = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            List<String> option = List.of(part.split("=", -1));
            require(option.size() == 2, text);
            options.put(option.get(0), value(option.get(1)));
        }
        require(pair.size() == 2, text);
        return new Contender(pair.get(0), pair.get(1), options);
    }

    private static void require(boolean good, String text) {
        if (!good) {
            throw new IllegalArgumentException(
                    "contender: must be SAMPLER+SCHEDULER, then any number of :OPTION=VALUE, was " + text);
        }
    }

    private static Object value(String text) {
        return text.chars().allMatch(Character::isDigit) ? (Object) Long.parseLong(text) : text;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(sampler + "+" + scheduler);
        options.forEach(
                (name, value) -> text.append(':').append(name).append('=').append(value));
        return text.toString();
    }
}
