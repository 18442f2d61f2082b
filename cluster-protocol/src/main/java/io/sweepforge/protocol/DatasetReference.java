package io.sweepforge.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set as nodes have to know it; its bytes are fetched from the coordinator by hash.
 *
 * @param hash SHA-256 of the uploaded bytes, lower-case hex: the data set's id
 * @param format {@code csv}, {@code idx} or {@code npy}
 * @param task {@code classification} or {@code forecasting}
 * @param target the column to predict; null for the last one
 * @param index the column that only counts time; null when there is none
 * @param rows examples, or time steps of a series
 * @param shape of one row: [C, H, W] for images, [T, I] for sequences, [I] for a series of I variables
 * @param classes number of classes; 0 unless the task is classification
 */
public record DatasetReference(
        String hash,
        String name,
        String format,
        String task,
        @Nullable String target,
        @Nullable String index,
        int rows,
        List<Integer> shape,
        int classes)
        implements ProtocolMessage {}
