package io.sweepforge.search.strategy;

import java.util.Optional;

/** An option of a strategy: what users may write, and what holds when they do not. */
public sealed interface OptionDescription permits IntOption, ChoiceOption {
    String name();

    /** One sentence. */
    String description();

    Object defaultValue();

    /** What is wrong with a given value; empty when nothing is. */
    Optional<String> problem(Object value);
}
