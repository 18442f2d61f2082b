package io.sweepforge.kernels.nn.cudnn;

/** A stage on the device. Every call puts its work into the network's stream; addresses never alias. */
interface DeviceLayer {
    /** Instead of an address: nobody needs the gradient by the input. */
    long NOBODY = 0;

    /**
     * @param x [batch, input...]
     * @param y [batch, output...], overwritten
     */
    void forward(boolean training, int batch, long x, long y);

    /**
     * Follows the training forward pass of the same batch; this layer's gradients are overwritten.
     *
     * @param x [batch, input...], as it was
     * @param y [batch, output...], as it came out
     * @param dy [batch, output...], gradient by y
     * @param dx [batch, input...], overwritten, or {@link #NOBODY}
     */
    void backward(int batch, long x, long y, long dy, long dx);
}
