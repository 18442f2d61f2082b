package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lanes of two arrays on one GPU: by the fused kernels, or by cuDNN what is too large for a block. */
final class RoutedArray implements TrialArray {
    private final Screening screening;
    private final OnChip chip;
    private final TrialArray fused;
    private final TrialArray cudnn;
    private final Consumer<String> log;
    /** Each lane with the array that it is in. */
    private final Map<String, TrialArray> lanes = new LinkedHashMap<>();

    private final Set<String> said = new HashSet<>();

    /**
     * @param fused closed with this, as {@code cudnn} is
     * @param log told once for each reason why lanes go to cuDNN
     */
    RoutedArray(Screening screening, OnChip chip, TrialArray fused, TrialArray cudnn, Consumer<String> log) {
        this.screening = screening;
        this.chip = chip;
        this.fused = fused;
        this.cudnn = cudnn;
        this.log = log;
    }

    @Override
    public void add(String lane, LaneSpec spec) throws LaneRefusedException {
        begin(lane, spec, array -> array.add(lane, spec));
    }

    @Override
    public void restore(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        begin(lane, spec, array -> array.restore(lane, spec, checkpoint));
    }

    @Override
    public void adopt(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        begin(lane, spec, array -> array.adopt(lane, spec, checkpoint));
    }

    private interface Beginning {
        void in(TrialArray array) throws LaneRefusedException;
    }

    private void begin(String lane, LaneSpec spec, Beginning beginning) throws LaneRefusedException {
        if (lanes.containsKey(lane)) {
            throw new IllegalArgumentException("lane must be a name not yet in the array, was " + lane);
        }
        TrialArray array = arrayFor(screening.plan(spec).network());
        beginning.in(array);
        lanes.put(lane, array);
    }

    private TrialArray arrayFor(NetworkSpec network) {
        Optional<String> objection = chip.objection(network);
        objection.filter(said::add).ifPresent(reason -> log.accept("by cuDNN instead of the fused kernels: " + reason));
        return objection.isPresent() ? cudnn : fused;
    }

    @Override
    public void rest(String lane) {
        find(lane).ifPresent(array -> array.rest(lane));
    }

    @Override
    public void wake(String lane) {
        find(lane).ifPresent(array -> array.wake(lane));
    }

    @Override
    public void remove(String lane) {
        find(lane).ifPresent(array -> array.remove(lane));
        lanes.remove(lane);
    }

    @Override
    public byte[] checkpoint(String lane) {
        return find(lane)
                .orElseThrow(() ->
                        new IllegalArgumentException("lane " + lane + " is not in the array; it has " + lanes.keySet()))
                .checkpoint(lane);
    }

    private Optional<TrialArray> find(String lane) {
        return Optional.ofNullable(lanes.get(lane));
    }

    /** An array without lanes is not asked: it would wait. */
    @Override
    public List<LaneReport> poll() {
        List<LaneReport> reports = new ArrayList<>();
        for (TrialArray array : List.of(fused, cudnn)) {
            if (array.size() > 0) {
                reports.addAll(array.poll());
            }
        }
        reports.stream()
                .filter(report -> !(report instanceof LaneReport.EpochFinished))
                .forEach(report -> lanes.remove(report.lane()));
        return reports;
    }

    @Override
    public int size() {
        return fused.size() + cudnn.size();
    }

    /** All lanes leave before either array is closed, since they read the same examples. */
    @Override
    public void close() {
        List.copyOf(lanes.keySet()).forEach(this::remove);
        fused.close();
        cudnn.close();
    }
}
