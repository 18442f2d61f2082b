package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Which pending trial takes which offered lane. */
final class Leasing {
    private Leasing() {}

    /** Trials begin in the order of their numbers. */
    static List<SweepEvent> events(Sweep sweep, List<LaneOffer> lanes, Instant now) {
        List<SweepEvent> events = new ArrayList<>();
        Iterator<Integer> pending = sweep.trials().pending().iterator();
        int count = Math.min(sweep.startable(), lanes.size());
        for (int i = 0; i < count; i++) {
            Trial trial = sweep.trials().get(pending.next());
            LaneOffer lane = lanes.get(i);
            events.add(new TrialLeased(trial.number(), trial.attempts() + 1, lane.node(), lane.device(), now));
        }
        return events;
    }
}
