package io.sweepforge.kernels.nn.vector.conv;

/** A way to compute one layer's convolution and its two gradients, image by image. */
interface Convolution {
    /** The batch's inputs. */
    Images input();

    /** Gradient of one image of the output, which {@link #backward} and {@link #inputGradient} read. */
    Images delta();

    /** Takes this step's weights from the flat parameters. */
    void beginForward(float[] flat);

    /**
     * Convolves image {@code n}.
     *
     * @param bias [covered filters]
     * @param y [pixels, covered filters] and slack, see {@link Tile}
     */
    void forward(int n, float[] bias, float[] y);

    /**
     * Begins to sum the weights' gradient.
     *
     * @param needsInputGradient whether {@link #inputGradient} will be called
     */
    void beginBackward(float[] flat, boolean needsInputGradient);

    /** Adds what image {@code n} gives to the weights' gradient. */
    void backward(int n);

    /** Writes the gradient of the image of the input that belongs to the delta: [height, width, covered channels] and slack. */
    void inputGradient(float[] to);

    /** Writes the weights' gradient to where the weights are in the flat parameters. */
    void endBackward(float[] gradients);
}
