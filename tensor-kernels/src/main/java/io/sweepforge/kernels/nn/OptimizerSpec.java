package io.sweepforge.kernels.nn;

/**
 * How gradients become steps, with the meaning PyTorch gives the same names. Weight decay is added to the gradient (L2),
 * except with {@link Kind#ADAMW}, which shrinks the weights directly (Loshchilov and Hutter 2019).
 *
 * @param momentum of SGD and RMSprop, in [0, 1)
 * @param beta1 decay of Adam's first moment, in [0, 1)
 * @param beta2 decay of Adam's second moment, in [0, 1)
 * @param alpha decay of RMSprop's mean square, in [0, 1)
 * @param epsilon added to the denominator of Adam and RMSprop, above 0
 * @param weightDecay from 0
 * @param clipNorm largest Euclidean norm of all gradients together, before weight decay; 0 for no limit
 */
public record OptimizerSpec(
        Kind kind,
        double momentum,
        double beta1,
        double beta2,
        double alpha,
        double epsilon,
        double weightDecay,
        double clipNorm) {
    public enum Kind {
        SGD,
        ADAM,
        ADAMW,
        RMSPROP
    }

    public OptimizerSpec {
        Checks.fraction("momentum", momentum);
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.fraction("alpha", alpha);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("weightDecay", weightDecay);
        Checks.notNegative("clipNorm", clipNorm);
    }

    /** PyTorch's defaults, without momentum, weight decay and clipping. */
    public static OptimizerSpec of(Kind kind) {
        return new OptimizerSpec(kind, 0, 0.9, 0.999, 0.99, 1e-8, 0, 0);
    }

    public OptimizerSpec withMomentum(double value) {
        return new OptimizerSpec(kind, value, beta1, beta2, alpha, epsilon, weightDecay, clipNorm);
    }

    public OptimizerSpec withWeightDecay(double value) {
        return new OptimizerSpec(kind, momentum, beta1, beta2, alpha, epsilon, value, clipNorm);
    }

    public OptimizerSpec withClipNorm(double value) {
        return new OptimizerSpec(kind, momentum, beta1, beta2, alpha, epsilon, weightDecay, value);
    }
}
