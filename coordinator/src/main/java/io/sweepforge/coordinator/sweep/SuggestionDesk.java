package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.search.sampler.FinishedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps suggestions coming: asks for the next one when too few trials are ready, one question at a time. */
final class SuggestionDesk {
    private static final DispatcherSelector DISPATCHER =
            DispatcherSelector.fromConfig("coordinator.sampler-dispatcher");

    private final ActorContext<SweepCommand> context;
    private final int ahead;
    private final List<Integer> untold = new ArrayList<>();
    private @Nullable ActorRef<Suggester.Suggest> suggester;
    private boolean asked;
    private boolean toldOfOthers;

    SuggestionDesk(ActorContext<SweepCommand> context, int ahead) {
        this.context = context;
        this.ahead = ahead;
    }

    /** After recovery: the sampler knows nothing yet. */
    void begin(Sweep sweep, int sampledTrials) {
        if (suggester != null) {
            context.stop(suggester);
        }
        SweepSpec spec = sweep.spec();
        suggester = context.spawnAnonymous(Suggester.create(() -> Strategies.sampler(spec)), DISPATCHER);
        asked = false;
        toldOfOthers = false;
        untold.clear();
        sweep.trials().all().stream()
                .filter(trial -> trial.state().isFinal())
                .forEach(trial -> untold.add(trial.number()));
        ask(sweep, sampledTrials);
    }

    void follow(SweepEvent event) {
        if (event instanceof SweepEvent.TrialEnded ended) {
            untold.add(ended.number());
        }
    }

    /** The question was answered. */
    void answered() {
        asked = false;
    }

    /** @param sampledTrials how many the scheduler wants to be proposed */
    void ask(Sweep sweep, int sampledTrials) {
        boolean open = sweep.isRunning() && sweep.earlier() != null && !sweep.isPlanned(sampledTrials);
        if (suggester == null || asked || !open || sweep.trials().pending().size() >= ahead) {
            return;
        }
        asked = true;
        suggester.tell(
                new Suggester.Suggest(sweep.trials().size(), untold(sweep), History.active(sweep), context.getSelf()));
        toldOfOthers = true;
        untold.clear();
    }

    private List<FinishedTrial> untold(Sweep sweep) {
        Stream<FinishedTrial> own = untold.stream()
                .map(number -> History.finished(sweep, sweep.trials().get(number)));
        return toldOfOthers
                ? own.toList()
                : Stream.concat(History.ofOthers(sweep).stream(), own).toList();
    }
}
