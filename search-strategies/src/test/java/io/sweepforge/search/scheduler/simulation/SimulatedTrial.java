package io.sweepforge.search.scheduler.simulation;

import io.sweepforge.search.space.Configuration;

/** A trial and the loss of its weights. */
public final class SimulatedTrial {
    /** Where it is in its life; PENDING until a lane takes it. */
    public enum State {
        PENDING,
        RUNNING,
        PAUSED,
        PRUNED,
        COMPLETED
    }

    private final int number;
    private final Configuration configuration;
    private double weights;
    private int epoch;
    private double nextReport;
    private State state = State.PENDING;
    private int promotions;

    SimulatedTrial(int number, Configuration configuration, double weights, int epoch) {
        this.number = number;
        this.configuration = configuration;
        this.weights = weights;
        this.epoch = epoch;
    }

    public int number() {
        return number;
    }

    public Configuration configuration() {
        return configuration;
    }

    public int epoch() {
        return epoch;
    }

    public State state() {
        return state;
    }

    public int promotions() {
        return promotions;
    }

    double weights() {
        return weights;
    }

    double nextReport() {
        return nextReport;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    void begin(double now, double duration) {
        state = State.RUNNING;
        nextReport = now + duration;
    }

    void goOn(double duration) {
        nextReport += duration;
    }

    /** One epoch; the measured loss. */
    double train(Curves curves) {
        epoch++;
        weights = curves.next(weights, configuration);
        return curves.measured(weights, number, epoch, configuration);
    }

    void end(State end) {
        state = end;
    }

    void promote() {
        if (state != State.PAUSED) {
            throw new IllegalStateException("trial %d was promoted although %s".formatted(number, state));
        }
        state = State.PENDING;
        promotions++;
    }
}
