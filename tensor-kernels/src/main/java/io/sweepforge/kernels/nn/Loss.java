package io.sweepforge.kernels.nn;

/** What training minimises, a mean over the batch. */
public enum Loss {
    /** Cross-entropy of the softmax of the outputs [N, classes] against labels from 0 to classes - 1; mean over N. */
    SOFTMAX_CROSS_ENTROPY,
    /** Squared difference to targets of the outputs' shape; mean over all elements. */
    MEAN_SQUARED_ERROR
}
