package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import java.util.List;
import java.util.function.Supplier;

/** Runs a sweep's sampler, which may think for long, away from the sweep. Changes nothing: it only proposes. */
final class Suggester {
    /** @param finished since the last request */
    record Suggest(
            int number, List<FinishedTrial> finished, List<ActiveTrial> active, ActorRef<SweepCommand> replyTo) {}

    private Suggester() {}

    static Behavior<Suggest> create(Supplier<Sampler> sampler) {
        return Behaviors.receiveMessage(request -> thinking(sampler, request));
    }

    /** A sampler that cannot even be made is an answer too, or the sweep would wait for ever. */
    private static Behavior<Suggest> thinking(Supplier<Sampler> sampler, Suggest first) {
        try {
            Sampler mind = sampler.get();
            first.replyTo().tell(answer(mind, first));
            return Behaviors.receiveMessage(request -> {
                request.replyTo().tell(answer(mind, request));
                return Behaviors.same();
            });
        } catch (RuntimeException e) {
            first.replyTo().tell(failed(first, e));
            return Behaviors.same();
        }
    }

    private static SweepCommand answer(Sampler sampler, Suggest request) {
        try {
            sampler.update(request.finished(), request.active());
            return new SweepCommand.Suggested(request.number(), sampler.suggest(request.number()));
        } catch (RuntimeException e) {
            return failed(request, e);
        }
    }

    private static SweepCommand failed(Suggest request, RuntimeException e) {
        return new SweepCommand.SuggestingFailed(request.number(), String.valueOf(e.getMessage()));
    }
}
