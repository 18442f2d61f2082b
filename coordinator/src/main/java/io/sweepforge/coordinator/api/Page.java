package io.sweepforge.coordinator.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins; null on the last one */
public record Page<T>(List<T> items, @Nullable String next) {}
