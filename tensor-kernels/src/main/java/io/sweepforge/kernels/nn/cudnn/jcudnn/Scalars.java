package io.sweepforge.kernels.nn.cudnn.jcudnn;

import jcuda.Pointer;

/** Pointers to what cuDNN reads on the host. */
final class Scalars {
    /** Factor of a result. */
    static final Pointer ONE = Pointer.to(new float[] {1});
    /** Factor of what was there before: it is overwritten. */
    static final Pointer ZERO = Pointer.to(new float[] {0});
    /** Nothing is given, or nothing is asked for. */
    static final Pointer NONE = new Pointer();

    private Scalars() {}
}
