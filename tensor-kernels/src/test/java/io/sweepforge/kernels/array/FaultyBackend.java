package io.sweepforge.kernels.array;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.DoubleSupplier;

/**
 * A real backend whose networks of one seed go wrong at one training step.
 *
 * @param fault gives the loss of that step, or throws
 */
record FaultyBackend(Backend real, long seed, long step, DoubleSupplier fault) implements Backend {
    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Availability probe() {
        return real.probe();
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        Network network = real.plan(spec, maxBatch);
        boolean[] faulty = new boolean[1];
        return (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("initialise")) {
                        faulty[0] = arguments[0].equals(seed);
                    }
                    boolean now = faulty[0] && method.getName().equals("train") && network.step() == step;
                    return now ? (Object) fault.getAsDouble() : call(network, method, arguments);
                });
    }

    private static Object call(Network network, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(network, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
