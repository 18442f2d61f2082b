package io.sweepforge.node.trial;

import io.sweepforge.node.Samples;
import io.sweepforge.node.device.LaneDevice;
import io.sweepforge.node.device.LaneEvent;
import io.sweepforge.node.device.LaneRequest;
import io.sweepforge.protocol.NodeDescription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A device that does nothing by itself: a test reads what it was told and says what came of it. */
public final class FakeDevice implements LaneDevice {
    public final List<LaneRequest> started = new CopyOnWriteArrayList<>();
    public final List<String> removed = new CopyOnWriteArrayList<>();
    public final List<String> parked = new CopyOnWriteArrayList<>();
    public final List<String> wentOn = new CopyOnWriteArrayList<>();

    /** Whether it throws when it is to start a lane. */
    public boolean broken;

    private final int lanes;
    private Consumer<LaneEvent> events = event -> {};

    public FakeDevice(int lanes) {
        this.lanes = lanes;
    }

    public void tell(Consumer<LaneEvent> listener) {
        events = listener;
    }

    /** The name of the lane that was started as number {@code index}. */
    public String lane(int index) {
        return started.get(index).lane();
    }

    public void finishesEpoch(int index, int epoch) {
        events.accept(new LaneEvent.EpochFinished(lane(index), epoch, Map.of("loss", 1.0 / epoch)));
    }

    public void says(LaneEvent event) {
        events.accept(event);
    }

    @Override
    public NodeDescription.Device description() {
        return Samples.device(lanes);
    }

    @Override
    public void start(LaneRequest request) {
        started.add(request);
        if (broken) {
            throw new IllegalStateException("broken");
        }
    }

    @Override
    public void remove(String lane) {
        removed.add(lane);
    }

    @Override
    public void park(String lane) {
        parked.add(lane);
    }

    @Override
    public void goOn(String lane) {
        wentOn.add(lane);
    }

    @Override
    public Load load() {
        return new Load(100, 0.5, null);
    }
}
