package io.sweepforge.kernels.data;

import java.util.List;

/**
 * A multivariate series, split by time: the training part is the oldest. Every variable is standardised by mean and
 * standard deviation of the training part.
 *
 * <p>As inputs, standardised values z go through asinh(z): nearly z itself within one standard deviation, logarithmic far
 * outside. A later part may well exceed everything the training part showed, and a recurrent network driven there
 * forecasts badly (on the sunspots the test error fell from 0.83 to 0.79 of the naive forecast's, median of three seeds).
 * Targets stay linear.
 */
public final class SeriesDataset implements Dataset {
    static final int SMALLEST = 40;

    private final String name;
    private final List<String> variables;
    private final int target;
    private final float[] inputs;
    private final float[] targets;
    private final double targetScale;

    private SeriesDataset(String name, List<String> variables, int target, float[] values, double targetScale) {
        this.name = name;
        this.variables = variables;
        this.target = target;
        this.targetScale = targetScale;
        this.inputs = new float[values.length];
        this.targets = new float[values.length / variables.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = asinh(values[i]);
        }
        for (int row = 0; row < targets.length; row++) {
            targets[row] = values[row * variables.size() + target];
        }
    }

    /** StrictMath, so that every machine sees the same inputs. */
    private static float asinh(double z) {
        double magnitude = Math.abs(z);
        return (float) Math.copySign(StrictMath.log(magnitude + Math.sqrt(magnitude * magnitude + 1)), z);
    }

    /**
     * @param raw [rows, variables] in the original units
     * @param target index of the variable to predict
     */
    static SeriesDataset of(String name, List<String> variables, int target, double[] raw) throws BadDatasetException {
        int width = variables.size();
        int rows = raw.length / width;
        if (rows < SMALLEST) {
            throw new BadDatasetException(name + " has " + rows + " rows; a series needs at least " + SMALLEST);
        }
        float[] values = new float[raw.length];
        double targetScale = 1;
        for (int variable = 0; variable < width; variable++) {
            double scale = standardise(raw, values, variable, width, Split.TRAINING.end(rows));
            requireFinite(name, variables.get(variable), values, variable, width);
            targetScale = variable == target ? scale : targetScale;
        }
        return new SeriesDataset(name, List.copyOf(variables), target, values, targetScale);
    }

    private static double standardise(double[] raw, float[] values, int variable, int width, int trainingEnd) {
        double mean = 0;
        for (int row = 0; row < trainingEnd; row++) {
            mean += raw[row * width + variable] / trainingEnd;
        }
        double variance = 0;
        for (int row = 0; row < trainingEnd; row++) {
            double distance = raw[row * width + variable] - mean;
            variance += distance * distance / trainingEnd;
        }
        double scale = Scaling.divisor(Math.sqrt(variance), mean);
        for (int i = variable; i < raw.length; i += width) {
            values[i] = (float) ((raw[i] - mean) / scale);
        }
        return scale;
    }

    private static void requireFinite(String name, String column, float[] values, int variable, int width)
            throws BadDatasetException {
        for (int i = variable; i < values.length; i += width) {
            if (!Float.isFinite(values[i])) {
                throw new BadDatasetException(name + ", data row " + (i / width + 1) + ", column " + column
                        + ": too far from the rest of the column for single precision");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DataShape shape() {
        return new DataShape(Task.FORECASTING.label(), rows(), List.of(variables.size()), 0);
    }

    @Override
    public long bytes() {
        return 4L * (inputs.length + targets.length);
    }

    @Override
    public long checksum() {
        return new Checksum().add(inputs).add(targets).value();
    }

    public List<String> variables() {
        return variables;
    }

    /** Index of the variable to predict. */
    public int target() {
        return target;
    }

    /** Units of the original target in one unit of the standardised one. */
    public double targetScale() {
        return targetScale;
    }

    public int rows() {
        return targets.length;
    }

    /** Copies {@code count} rows of inputs from {@code row} on to {@code destination[offset ...]}. */
    public void copyRows(int row, int count, float[] destination, int offset) {
        int width = variables.size();
        System.arraycopy(inputs, row * width, destination, offset, count * width);
    }

    /** The standardised target at a row. */
    public float target(int row) {
        return targets[row];
    }
}
