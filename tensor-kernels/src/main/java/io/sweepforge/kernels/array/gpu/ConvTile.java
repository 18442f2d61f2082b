package io.sweepforge.kernels.array.gpu;

import java.util.Optional;

/**
 * What a convolution brings to shared memory at once: {@code struct ConvTile} in {@code lane.cuh}.
 *
 * @param images above 1 only with all rows and, but for gradients of inputs, all inputs
 * @param rows of the result, an even number
 * @param inputs channels of the input
 * @param outputs filters, a multiple of 8
 * @param height rows of each input's part, with zeros around it
 * @param pitch floats from row to row of that, an even number
 * @param plane floats from one input's part to the next one's
 */
record ConvTile(int images, int rows, int inputs, int outputs, int height, int pitch, int plane) {
    /** Outputs that a thread computes at once. */
    static final int OUTPUTS = 8;
    /** With more inputs at once than these, they are divided before rows are. */
    private static final int FEW_INPUTS = 8;
    /** Of a block; more or fewer would only be less busy. */
    private static final int THREADS = 256;
    /** Beside the errors of a pixel's filters, so that threads of a warp read different banks. */
    private static final int ERROR_PADDING = 4;

    /** What lies in front of the planes. */
    enum Beside {
        /** Weights; results are computed. */
        WEIGHTS,
        /** Weights turned by half a circle; the input's gradients are computed from the results'. */
        TURNED_WEIGHTS,
        /** The results' gradients; the weights' are computed. */
        ERRORS
    }

    /**
     * What is computed.
     *
     * @param step from window to window
     * @param rows of the result
     * @param columns of the result
     */
    record Work(Beside beside, int inputs, int outputs, int kernel, int step, int rows, int columns) {
        /** The whole of one image. */
        private ConvTile whole() {
            return tile(even(rows), inputs, (outputs + OUTPUTS - 1) / OUTPUTS * OUTPUTS);
        }

        private ConvTile tile(int tileRows, int tileInputs, int tileOutputs) {
            int height = (tileRows - 1) * step + kernel;
            int pitch = even((even(columns) - 1) * step + kernel);
            // Threads of a warp read different planes: their beginnings should lie in different banks.
            int plane = Math.multiplyExact(height, pitch) | 2;
            return new ConvTile(1, tileRows, tileInputs, tileOutputs, height, pitch, plane);
        }

        /** Empty when there is none. */
        private Optional<ConvTile> smaller(ConvTile tile) {
            if (beside != Beside.ERRORS && tile.inputs > FEW_INPUTS) {
                return Optional.of(tile(tile.rows, half(tile.inputs), tile.outputs));
            } else if (tile.rows > 2) {
                return Optional.of(tile(even(half(tile.rows)), tile.inputs, tile.outputs));
            } else if (tile.outputs > OUTPUTS) {
                return Optional.of(tile(tile.rows, tile.inputs, half(tile.outputs / OUTPUTS) * OUTPUTS));
            } else if (tile.inputs > 1) {
                return Optional.of(tile(tile.rows, half(tile.inputs), tile.outputs));
            }
            return Optional.empty();
        }

        /** Floats that a tile takes. Everything is written four at once. */
        long floats(ConvTile tile) {
            long front = beside == Beside.ERRORS
                    ? (long) tile.images * tile.rows * columns * (tile.outputs + ERROR_PADDING)
                    : (long) tile.inputs * kernel * kernel * tile.outputs;
            return front + ((long) tile.images * tile.inputs * tile.plane + 3) / 4 * 4;
        }

        ConvTile smallest() {
            return tile(2, 1, OUTPUTS);
        }

        /**
         * What fits and keeps threads busy: whole images, or else the largest part of one.
         *
         * @param room in floats
         * @return empty when not even the smallest part fits
         */
        Optional<ConvTile> best(int batch, int room) {
            Optional<ConvTile> tile = wholeImages(batch, room);
            if (tile.isPresent()) {
                return tile;
            }
            tile = Optional.of(whole());
            while (tile.isPresent() && floats(tile.get()) > room) {
                tile = smaller(tile.get());
            }
            return tile;
        }

        /** With all inputs, unless with parts of them threads are busier by an eighth. */
        private Optional<ConvTile> wholeImages(int batch, int room) {
            Optional<ConvTile> best = images(inputs, batch, room);
            int part = inputs;
            while (beside != Beside.ERRORS && part > FEW_INPUTS) {
                part = half(part);
                Optional<ConvTile> other = images(part, batch, room);
                if (best.isEmpty()
                        || other.isPresent() && rounds(other.get(), batch) * 8 <= rounds(best.get(), batch) * 7) {
                    best = other;
                }
            }
            return best;
        }

        /** As many as fit with the fewest rounds. */
        private Optional<ConvTile> images(int part, int batch, int room) {
            ConvTile one = whole().withInputs(part);
            Optional<ConvTile> best = Optional.empty();
            for (int images = 1; images <= batch && floats(one.times(images)) <= room; images++) {
                ConvTile tile = one.times(images);
                if (isUseful(tile) && (best.isEmpty() || rounds(tile, batch) <= rounds(best.get(), batch))) {
                    best = Optional.of(tile);
                }
            }
            return best;
        }

        /**
         * Every round stages parts of inputs again, so several images have to be done in one. Gradients, which have gaps
         * anyway, are staged from parts of several images; inputs only from all channels.
         */
        private boolean isUseful(ConvTile tile) {
            return tile.images == 1
                    || tile.inputs == inputs
                    || beside == Beside.TURNED_WEIGHTS && rounds(tile, tile.images) == 1;
        }

        /** How often all threads compute results until a batch is done. */
        private long rounds(ConvTile tile, int batch) {
            long blocks = (long) tile.outputs / OUTPUTS * (even(rows) / 2) * (even(columns) / 2);
            long busy = beside == Beside.ERRORS ? 1 : (tile.images * blocks + THREADS - 1) / THREADS;
            return (batch + tile.images - 1) / tile.images * busy;
        }
    }

    private ConvTile withInputs(int count) {
        return new ConvTile(images, rows, count, outputs, height, pitch, plane);
    }

    private ConvTile times(int count) {
        return new ConvTile(count, rows, inputs, outputs, height, pitch, plane);
    }

    private static int half(int count) {
        return (count + 1) / 2;
    }

    private static int even(int count) {
        return (count + 1) / 2 * 2;
    }
}
