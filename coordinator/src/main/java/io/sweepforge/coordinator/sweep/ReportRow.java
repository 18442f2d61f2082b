package io.sweepforge.coordinator.sweep;

import java.time.Instant;
import java.util.Map;

/** One point of a learning curve as the database keeps it. */
public record ReportRow(int trial, int attempt, int step, Map<String, Double> metrics, Instant at) {}
