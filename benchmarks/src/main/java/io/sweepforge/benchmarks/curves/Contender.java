package io.sweepforge.benchmarks.curves;

import java.util.Map;

/** A sampler and a scheduler that work together, written {@code tpe+asha} or {@code tpe+asha:mode=promotion}. */
record Contender(String sampler, String scheduler, Map<String, Object> options) {
    static final Contender RANDOM = new Contender("random", "none", Map.of());
    static final Contender PLAIN_ASHA = new Contender("random", "asha", Map.of());

    static Contender parse(String text) {
        String[] parts = text.split("[+:=]", -1);
        if (parts.length == 2) {
            return new Contender(parts[0], parts[1], Map.of());
        }
        if (parts.length == 4) {
            return new Contender(parts[0], parts[1], Map.of(parts[2], value(parts[3])));
        }
        throw new IllegalArgumentException(
                "contender: must be SAMPLER+SCHEDULER or SAMPLER+SCHEDULER:OPTION=VALUE, was " + text);
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
