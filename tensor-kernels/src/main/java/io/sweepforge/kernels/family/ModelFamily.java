package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import java.util.List;
import java.util.Map;

/** A kind of model that can be trained: its parameters, a good default search space, and what it needs. */
public interface ModelFamily {
    /** The name used in sweep specifications, e.g. {@code conv-classifier}. */
    String name();

    /** One sentence for a person. */
    String description();

    /** The data sets it trains on: {@code classification} or {@code forecasting}. */
    String task();

    /** Every parameter a sweep may fix or search. */
    List<ParameterDescription> parameters();

    /** A good search space for a first sweep, in the form of the HTTP API's {@code space} field. */
    Map<String, Object> defaultSpace();

    /** Epochs that a trial trains when the sweep does not say. */
    int defaultEpochs();

    /** Every metric a report carries; the first is the default objective. */
    List<MetricDescription> metrics();

    /**
     * What is wrong with training these parameters for some epochs on data of this shape, one sentence each; empty when
     * nothing is.
     */
    List<String> problems(Map<String, Object> parameters, int epochs, DataShape shape);

    /** Bytes that a lane with these parameters, which have no problems, occupies; data set not included. */
    long estimateBytes(Map<String, Object> parameters, DataShape shape);
}
