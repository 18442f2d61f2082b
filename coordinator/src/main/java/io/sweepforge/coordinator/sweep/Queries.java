package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.sweep.SweepCommand.Asked;
import io.sweepforge.protocol.CheckpointReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is answered to people once a command was accepted. */
final class Queries {
    private Queries() {}

    /** @param sequence number of the last event in the sweep */
    static SweepReply show(Sweep sweep, Asked command, long sequence, Instant now) {
        if (command instanceof SweepCommand.ShowTrial show) {
            return trial(sweep, show.number(), Queries::shown);
        }
        if (command instanceof SweepCommand.StopTrial stop) {
            return trial(sweep, stop.number(), Queries::shown);
        }
        if (command instanceof SweepCommand.AddTrial) {
            return shown(sweep.trials().get(sweep.trials().size() - 1));
        }
        if (command instanceof SweepCommand.ShowCheckpoint show) {
            return trial(sweep, show.number(), Queries::checkpoint);
        }
        if (command instanceof SweepCommand.ShowEarlier show) {
            return new SweepReply.EarlierShown(sweep.spec().objectives(), History.earlier(sweep, show.limit()));
        }
        if (command instanceof SweepCommand.ShowTrials show) {
            Page<TrialView> page = TrialListing.page(sweep, show.query(), now);
            return new SweepReply.TrialsShown(page.items(), page.next());
        }
        List<Integer> numbers = command instanceof SweepCommand.ShowChanged show ? show.numbers() : List.of();
        List<TrialView> trials = numbers.stream()
                .map(sweep.trials()::find)
                .flatMap(Optional::stream)
                .map(Views::trial)
                .toList();
        return new SweepReply.Shown(sequence, Views.sweep(sweep, now), trials);
    }

    private static SweepReply trial(Sweep sweep, int number, Function<Trial, SweepReply> answer) {
        return sweep.trials().find(number).map(answer).orElseGet(() -> refused(Steering.noTrial(sweep, number)));
    }

    private static SweepReply shown(Trial trial) {
        return new SweepReply.TrialShown(Views.trial(trial));
    }

    private static SweepReply checkpoint(Trial trial) {
        CheckpointReference saved = trial.checkpoint();
        return saved == null
                ? refused("Trial " + trial.number() + " has no checkpoint yet.")
                : new SweepReply.CheckpointShown(saved.hash());
    }

    private static SweepReply refused(String detail) {
        return new SweepReply.Refused(ErrorCode.NOT_FOUND, detail, List.of());
    }
}
