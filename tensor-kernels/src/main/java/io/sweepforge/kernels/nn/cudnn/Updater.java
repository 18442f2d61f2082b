package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;

/** Turns gradients into steps by {@code optimizers.cu}: their norm, the factor that clips them, the optimizer. */
final class Updater {
    /** Most blocks that each add up a part of the squares. */
    private static final int MOST_PARTS = 64;
    /** Squares that make another block worth while. */
    private static final int PART = 4 * Launcher.THREADS;

    private final Launcher launcher;
    private final ParameterSpace parameters;
    private final Place settings;
    private final Place sums;
    private final Place scale;

    /** @param settings of the step, on the device */
    Updater(Place settings, Site site) {
        this.launcher = site.launcher();
        this.parameters = site.parameters();
        this.settings = settings;
        this.sums = site.memory().reserve(MOST_PARTS * Double.BYTES);
        this.scale = site.memory().reserve(Float.BYTES);
    }

    void update() {
        int parts = Math.min(MOST_PARTS, (parameters.count() + PART - 1) / PART);
        Arguments squares = new Arguments()
                .wide(parameters.gradients())
                .wide(sums.address())
                .integer(parameters.count());
        launcher.blocks("optimizers", "sums_of_squares", parts, squares);
        Arguments clipping = new Arguments()
                .wide(sums.address())
                .wide(settings.address())
                .wide(scale.address())
                .integer(parts);
        launcher.blocks("optimizers", "clipping", 1, clipping);
        Arguments arrays = new Arguments()
                .wide(parameters.weights())
                .wide(parameters.gradients())
                .wide(parameters.first())
                .wide(parameters.second())
                .wide(settings.address())
                .wide(scale.address())
                .integer(parameters.count());
        launcher.each("optimizers", "update", parameters.count(), arrays);
    }
}
