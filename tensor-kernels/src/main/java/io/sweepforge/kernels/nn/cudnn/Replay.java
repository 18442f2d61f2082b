package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.GpuGraph;
import io.sweepforge.kernels.gpu.GpuStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Work of a stream that depends on nothing but the batch size. The first time it is done as it is, so that whatever the
 * driver and cuDNN load at first use is loaded; the second time it is recorded, and from then on launched in one go.
 */
final class Replay implements AutoCloseable {
    private final GpuStream stream;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, GpuGraph> graphs = new HashMap<>();

    Replay(GpuStream stream) {
        this.stream = stream;
    }

    void run(int batch, Runnable work) {
        if (seen.add(batch)) {
            work.run();
        } else {
            stream.launch(graphs.computeIfAbsent(batch, size -> stream.capture(work)));
        }
    }

    @Override
    public void close() {
        graphs.values().forEach(GpuGraph::close);
    }
}
