package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.engine.Optimizer;

/** SGD with momentum, RMSprop (Hinton), Adam (Kingma and Ba 2015), AdamW (Loshchilov and Hutter 2019), as in PyTorch. */
final class ReferenceOptimizer implements Optimizer<double[]> {
    @Override
    public double sumOfSquares(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    @Override
    public void update(
            OptimizerSpec spec,
            double learningRate,
            double gradientScale,
            long time,
            double[] weights,
            double[] gradients,
            double[] first,
            double[] second,
            int count) {
        boolean decoupled = spec.kind() == OptimizerSpec.Kind.ADAMW;
        for (int i = 0; i < count; i++) {
            double decay = spec.weightDecay() * weights[i];
            double gradient = gradients[i] * gradientScale + (decoupled ? 0 : decay);
            weights[i] -= learningRate
                    * switch (spec.kind()) {
                        case SGD -> momentum(spec, first, i, gradient);
                        case RMSPROP -> rmsprop(spec, first, second, i, gradient);
                        case ADAM -> adam(spec, time, first, second, i, gradient);
                        case ADAMW -> decay + adam(spec, time, first, second, i, gradient);
                    };
        }
    }

    private static double momentum(OptimizerSpec spec, double[] velocity, int i, double gradient) {
        velocity[i] = spec.momentum() * velocity[i] + gradient;
        return velocity[i];
    }

    private static double rmsprop(OptimizerSpec spec, double[] first, double[] second, int i, double gradient) {
        second[i] = spec.alpha() * second[i] + (1 - spec.alpha()) * gradient * gradient;
        return momentum(spec, first, i, gradient / (Math.sqrt(second[i]) + spec.epsilon()));
    }

    private static double adam(OptimizerSpec spec, long time, double[] first, double[] second, int i, double gradient) {
        first[i] = spec.beta1() * first[i] + (1 - spec.beta1()) * gradient;
        second[i] = spec.beta2() * second[i] + (1 - spec.beta2()) * gradient * gradient;
        double mean = first[i] / (1 - StrictMath.pow(spec.beta1(), (double) time));
        double square = second[i] / (1 - StrictMath.pow(spec.beta2(), (double) time));
        return mean / (Math.sqrt(square) + spec.epsilon());
    }
}
