package io.sweepforge.kernels.nn.vector.conv;

/**
 * One unit: convolution, ReLU and pooling, image by image. It keeps the batch's inputs and the pooling's codes; all else is
 * scratch for one image.
 */
interface Block {
    /** The batch's inputs. */
    Images input();

    /** Gradient of one image of the result, [out height, out width, covered filters]. */
    Images resultGradient();

    /** Takes this step's weights from the flat parameters. */
    void beginForward(float[] flat);

    /** Image {@code n} of the input becomes image {@code slot} of {@code result}. */
    void forward(int n, Images result, int slot);

    /** @param needsInputGradient whether {@link #inputGradient} will be called */
    void beginBackward(float[] flat, boolean needsInputGradient);

    /** Adds what image {@code n} with {@link #resultGradient} gives to the parameters' gradients. */
    void backward(int n);

    /** After {@link #backward}: writes the gradient of the same image of the input, [height, width, covered channels]. */
    void inputGradient(float[] to);

    /** Writes the parameters' gradients to where the parameters are in the flat ones. */
    void endBackward(float[] gradients);
}
