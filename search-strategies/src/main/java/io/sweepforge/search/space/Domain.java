package io.sweepforge.search.space;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The values one parameter can take. Samplers see every domain as the unit interval: equal lengths are equally likely
 * before anything is known, and a finite domain is cut into one cell per value.
 */
public sealed interface Domain permits FloatDomain, IntDomain, CategoricalDomain {
    /** How many values there are; empty when continuous. */
    OptionalLong size();

    /** The value with an index in [0, size), ascending. Only for finite domains. */
    Object at(long index);

    /** The value at a point of [0, 1]; points outside count as the nearer end. */
    Object fromUnit(double unit);

    /** The point of [0, 1] that stands for a value of this domain: in the middle of its cell when finite. */
    double toUnit(Object value);

    /** What a user wrote as a value of this domain ({@code 16.0} for the integer 16); empty when it is none. */
    Optional<Object> accept(@Nullable Object given);

    /** The values in words, to follow "must be". */
    String expected();
}
