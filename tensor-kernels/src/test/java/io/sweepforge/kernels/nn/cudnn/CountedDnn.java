package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is open of a {@link Dnn}, and offers no algorithm for some convolutions. */
final class CountedDnn {
    private final AtomicInteger open;
    private final int unsupportedFilters;

    /** @param unsupportedFilters a convolution with so many filters is refused */
    CountedDnn(AtomicInteger open, int unsupportedFilters) {
        this.open = open;
        this.unsupportedFilters = unsupportedFilters;
    }

    Dnn of(Dnn dnn) {
        return counted(Dnn.class, dnn);
    }

    private <T> T counted(Class<T> type, T object) {
        open.incrementAndGet();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    if (arguments != null && arguments[0] instanceof ConvGeometry geometry) {
                        refuse(geometry);
                    }
                    try {
                        return child(method.invoke(object, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void refuse(ConvGeometry geometry) {
        if (geometry.filters() == unsupportedFilters) {
            throw new GpuException(GpuException.Kind.NOT_SUPPORTED, "no algorithm for " + geometry);
        }
    }

    private Object child(Object result) {
        if (result instanceof DnnLstm lstm) {
            return counted(DnnLstm.class, lstm);
        } else if (result instanceof DnnConvolution convolution) {
            return counted(DnnConvolution.class, convolution);
        }
        return result;
    }
}
