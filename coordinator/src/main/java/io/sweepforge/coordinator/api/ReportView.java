package io.sweepforge.coordinator.api;

import java.time.Instant;
import java.util.Map;

/** One point of a learning curve. */
public record ReportView(int step, Map<String, Double> metrics, Instant at) {}
