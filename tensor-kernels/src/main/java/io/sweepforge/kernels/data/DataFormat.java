package io.sweepforge.kernels.data;

import java.util.Arrays;
import java.util.Locale;

/** How the bytes of a data set are laid out. Gzip around any of them is recognised by its first two bytes. */
public enum DataFormat {
    /** Comma-separated text, UTF-8, with or without a header. */
    CSV,
    /** A zip of two IDX files (the format of MNIST): images, and labels. */
    IDX,
    /** A zip of NumPy arrays (an {@code .npz}): {@code x.npy} and, for a classification, {@code y.npy}. */
    NPY;

    /** The name used in the HTTP API: {@code csv}, {@code idx} or {@code npy}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of a label.
     *
     * @throws IllegalArgumentException when no format has it
     */
    public static DataFormat of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("format must be csv, idx or npy, was \"" + label + "\""));
    }
}
