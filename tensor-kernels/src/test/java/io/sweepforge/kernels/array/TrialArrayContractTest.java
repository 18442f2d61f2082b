package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.array.LaneReport.EpochFinished;
import io.sweepforge.kernels.array.LaneReport.Finished;
import io.sweepforge.kernels.array.gpu.FusedArrays;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.array.gpu.ResidentArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.TestBackends;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every trial array promises: over every backend that can run here or be emulated, and on a GPU. */
@ParameterizedClass
@MethodSource("kinds")
class TrialArrayContractTest {
    private static final int EPOCHS = 3;
    private static final Dataset BARS = SampleData.bars(90);
    private static final Dataset WAVE = SampleData.wave(120);
    private static final TrainableFamily CONV = ModelFamilies.named("conv-classifier");
    private static final Map<String, Object> SMALL_CONV =
            Map.of("filters", 4, "denseUnits", 8, "convLayers", 1, "batchSize", 16, "dropout", 0.3);
    private static final Map<String, Object> SMALL_FORECASTER =
            Map.of("window", 12, "horizon", 3, "hidden", 6, "layers", 2, "dropout", 0.2, "batchSize", 16);
    private static final Map<String, Object> SMALL_CLASSIFIER =
            Map.of("hidden", 6, "bidirectional", true, "batchSize", 16, "optimizer", "sgd", "schedule", "cosine");

    @Parameter
    ArrayKind kind;

    static Stream<ArrayKind> kinds() {
        Stream<ArrayKind> backends = TestBackends.all().stream()
                .filter(backend -> backend.probe() instanceof Backend.Available)
                .map(BackendArrays::new);
        return Stream.concat(
                backends,
                Stream.concat(Stream.of(Precision.values()).map(FusedArrays::new), Stream.of(new ResidentArrays())));
    }

    /** A family with small parameters and data that suit it. */
    private record Case(TrainableFamily family, Map<String, Object> parameters, Dataset dataset) {
        LaneSpec spec(long seed) {
            return new LaneSpec(parameters, EPOCHS, seed);
        }
    }

    private static final Case CONV_CASE = new Case(CONV, SMALL_CONV, BARS);

    static Stream<Case> cases() {
        return Stream.of(
                CONV_CASE,
                new Case(ModelFamilies.named("lstm-forecaster"), SMALL_FORECASTER, WAVE),
                new Case(ModelFamilies.named("lstm-classifier"), SMALL_CLASSIFIER, BARS));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsEveryEpochWithTheFamilysMetricsAndThenFinishes(Case c) {
        List<LaneReport> reports = alone(c, c.spec(1));

        assertThat(reports).hasSize(EPOCHS + 1);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            EpochFinished report = (EpochFinished) reports.get(epoch - 1);
            assertThat(report.epoch()).isEqualTo(epoch);
            assertThat(report.metrics().keySet())
                    .containsExactlyElementsOf(
                            c.family().metrics().stream().map(m -> m.name()).toList());
        }
        assertThat(reports.get(EPOCHS)).isInstanceOf(Finished.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLaneIsBitwiseTheSameAloneAndAmongOthers(Case c) throws LaneRefusedException {
        List<LaneReport> alone = alone(c, c.spec(1));

        try (TrialArray array = open(c)) {
            for (int neighbour = 2; neighbour <= 4; neighbour++) {
                array.add("n" + neighbour, c.spec(neighbour));
            }
            polls(array, 7);
            array.add("a", c.spec(1));
            polls(array, 5);
            array.remove("n3");
            array.add("n5", c.spec(5));
            List<LaneReport> among = drain(array);

            assertSame(alone, of("a", among));
        }
    }

    /** On all cores with real quanta; it leaves after its first epoch and rejoins from its checkpoint. */
    @ParameterizedTest
    @MethodSource("cases")
    void aLaneIsBitwiseTheSameAmong63OthersOfMixedSizes(Case c) throws LaneRefusedException {
        String size = c.family().equals(CONV) ? "filters" : "hidden";
        try (TrialArray array = kind.open(c.family(), c.dataset())) {
            array.add("a", c.spec(1));
            for (int i = 0; i < 63; i++) {
                LaneSpec brief = new LaneSpec(c.parameters(), 1, 2 + i);
                array.add("n" + i, with(brief, Map.of(size, 1 + i % 21, "batchSize", 3 + i % 17)));
            }
            List<LaneReport> reports = new ArrayList<>();
            while (of("a", reports).isEmpty()) {
                reports.addAll(array.poll());
            }
            byte[] checkpoint = array.checkpoint("a");
            array.remove("a");
            reports.addAll(array.poll());
            array.restore("a", c.spec(1), checkpoint);
            reports.addAll(drain(array));

            assertSame(alone(c, c.spec(1)), of("a", reports));
        }
    }

    @Test
    void aShortTrialDoesNotWaitForALongOne() throws LaneRefusedException {
        try (TrialArray array = open(CONV_CASE)) {
            array.add("long", new LaneSpec(SMALL_CONV, 100, 1));
            array.add("short", new LaneSpec(SMALL_CONV, 1, 2));
            List<LaneReport> reports = new ArrayList<>();
            while (of("short", reports).size() < 2) {
                reports.addAll(array.poll());
            }

            assertThat(of("long", reports)).hasSizeBetween(1, 2);
        }
    }

    /** Lanes on three cores are made to rest, leave and rejoin at moments that differ from run to run. */
    @ParameterizedTest
    @MethodSource("cases")
    void aLaneIsBitwiseTheSameWhateverHappensToItOnSeveralCores(Case c) throws LaneRefusedException {
        int count = 8;
        Map<String, byte[]> ends = new HashMap<>();
        try (TrialArray array = kind.open(c.family(), c.dataset())) {
            for (int seed = 0; seed < count; seed++) {
                array.add("lane" + seed, c.spec(seed));
            }
            for (int turn = 0; ends.size() < count; turn++) {
                for (LaneReport report : array.poll()) {
                    if (report instanceof Finished finished) {
                        ends.put(report.lane(), finished.checkpoint());
                    }
                }
                String lane = "lane" + turn % count;
                if (!ends.containsKey(lane)) {
                    byte[] checkpoint = array.checkpoint(lane);
                    array.rest(lane);
                    array.remove(lane);
                    array.restore(lane, c.spec(turn % count), checkpoint);
                }
            }
        }
        for (int seed = 0; seed < count; seed++) {
            assertThat(ends.get("lane" + seed)).isEqualTo(finished(alone(c, c.spec(seed))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDifferentSeedGivesADifferentResult(Case c) {
        assertThat(finished(alone(c, c.spec(1)))).isNotEqualTo(finished(alone(c, c.spec(2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 6, 9, 14})
    void continuesBitwiseWhereItsCheckpointLeftIt(int steps) throws LaneRefusedException {
        for (Case c : cases().toList()) {
            List<LaneReport> uninterrupted = alone(c, c.spec(1));
            try (TrialArray first = open(c);
                    TrialArray second = open(c)) {
                first.add("a", c.spec(1));
                List<LaneReport> reports = new ArrayList<>(polls(first, steps));
                byte[] checkpoint = first.checkpoint("a");
                first.remove("a");
                second.add("other", c.spec(9));
                second.restore("a", c.spec(1), checkpoint);
                assertThat(second.checkpoint("a")).isEqualTo(checkpoint);
                reports.addAll(of("a", drain(second)));

                assertSame(uninterrupted, reports);
            }
        }
    }

    @Test
    void aFinishedTrialThatIsRestoredFinishesAgain() throws LaneRefusedException {
        byte[] checkpoint = finished(alone(CONV_CASE, CONV_CASE.spec(1)));
        try (TrialArray array = open(CONV_CASE)) {
            array.restore("a", CONV_CASE.spec(1), checkpoint);

            assertThat(drain(array)).singleElement().isInstanceOf(Finished.class);
            assertThat(array.size()).isZero();
        }
    }

    @Test
    void aRemovedLaneSaysNothingMore() throws LaneRefusedException {
        try (TrialArray array = open(CONV_CASE)) {
            array.add("a", CONV_CASE.spec(1));
            polls(array, 2);
            array.remove("a");
            array.remove("a");

            assertThat(array.size()).isZero();
            assertThat(array.poll()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> array.checkpoint("a"))
                    .withMessageContaining("lane a is not in the array");
        }
    }

    @Test
    void refusesALaneThatDoesNotFitTheMemoryAndTakesItOnceOthersLeft() throws LaneRefusedException {
        try (TrialArray array = kind.openForOne(CONV, BARS, CONV_CASE.spec(1))) {
            array.add("a", CONV_CASE.spec(1));
            assertRefused(() -> array.add("b", CONV_CASE.spec(2)), Cause.OUT_OF_MEMORY, "lane b needs ");
            assertThat(array.size()).isEqualTo(1);
            array.remove("a");
            array.add("b", CONV_CASE.spec(2));
            assertThat(array.size()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedCheckpointGivesItsMemoryBack() throws LaneRefusedException {
        try (TrialArray array = kind.openForOne(CONV, BARS, CONV_CASE.spec(1))) {
            assertRefused(
                    () -> array.restore("a", CONV_CASE.spec(1), new byte[100]),
                    Cause.BAD_CHECKPOINT,
                    "not a checkpoint");
            array.add("a", CONV_CASE.spec(1));
            assertThat(array.size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCopyGoesOnWithTheWeightsOfAnotherTrialFromItsEpoch(Case c) throws LaneRefusedException {
        LaneSpec fast = with(c.spec(2), Map.of("learningRate", 0.03, "batchSize", 5));
        try (TrialArray array = open(c)) {
            byte[] donor = afterEpochs(c, 1);
            array.adopt("copy", fast, donor);
            List<LaneReport> reports = drain(array);

            assertThat(reports.get(0)).isInstanceOfSatisfying(LaneReport.EpochFinished.class, first -> {
                assertThat(first.epoch()).isEqualTo(2);
                assertThat(first).isNotEqualTo(alone(c, fast).get(1));
            });
            array.adopt("a", fast, donor);
            byte[] own = array.checkpoint("a");
            array.remove("a");
            array.restore("copy", fast, own);
            assertSame(reports, drain(array));
        }
    }

    @Test
    void refusesToCopyANetworkOfAnotherShapeFamilyOrData() throws LaneRefusedException {
        byte[] donor = afterEpochs(CONV_CASE, 1);
        try (TrialArray array = open(CONV_CASE)) {
            LaneSpec wider = with(CONV_CASE.spec(1), Map.of("filters", 3));
            assertRefused(() -> array.adopt("a", wider, donor), Cause.INVALID_PARAMETERS, "network of the same shape");
            assertThat(array.size()).isZero();
        }
        Case other = cases().filter(c -> !c.family().equals(CONV)).findFirst().orElseThrow();
        try (TrialArray array = open(other)) {
            assertRefused(
                    () -> array.adopt("a", other.spec(1), donor),
                    Cause.BAD_CHECKPOINT,
                    "is of [family=conv-classifier, data=");
        }
    }

    /** What a lane is like that has just reported an epoch. */
    private byte[] afterEpochs(Case c, int epochs) throws LaneRefusedException {
        try (TrialArray array = kind.open(c.family(), c.dataset())) {
            array.add("donor", c.spec(1));
            int seen = 0;
            while (seen < epochs) {
                seen += array.poll().size();
            }
            return array.checkpoint("donor");
        }
    }

    private static LaneSpec with(LaneSpec spec, Map<String, Object> changed) {
        Map<String, Object> parameters = new HashMap<>(spec.parameters());
        parameters.putAll(changed);
        return new LaneSpec(parameters, spec.epochs(), spec.seed());
    }

    @Test
    void aLaneThatRestsDoesNotTrainUntilItIsWoken() throws LaneRefusedException {
        List<LaneReport> undisturbed = alone(CONV_CASE, CONV_CASE.spec(1));
        try (TrialArray array = open(CONV_CASE)) {
            array.add("a", CONV_CASE.spec(1));
            array.rest("a");
            byte[] before = array.checkpoint("a");
            assertThat(polls(array, 3)).isEmpty();
            assertThat(array.checkpoint("a")).isEqualTo(before);
            array.wake("a");
            array.wake("a");
            array.wake("nobody");
            array.rest("nobody");

            assertSame(undisturbed, drain(array));
        }
    }

    @Test
    void refusesACheckpointOfAnotherSeedNamingTheDifference() throws LaneRefusedException {
        byte[] checkpoint = finished(alone(CONV_CASE, CONV_CASE.spec(1)));
        try (TrialArray array = open(CONV_CASE)) {
            assertRefused(
                    () -> array.restore("a", CONV_CASE.spec(2), checkpoint),
                    Cause.BAD_CHECKPOINT,
                    "its [seed=1] should be [seed=2]");
        }
    }

    @Test
    void refusesWhatTheFamilyCannotTrain() {
        try (TrialArray array = open(CONV_CASE)) {
            LaneSpec typo = new LaneSpec(Map.of("filter", 8), 1, 1);
            LaneSpec warm = new LaneSpec(Map.of("warmupEpochs", 5), 5, 1);
            assertRefused(() -> array.add("a", typo), Cause.INVALID_PARAMETERS, "did you mean filters?");
            assertRefused(() -> array.add("a", warm), Cause.INVALID_PARAMETERS, "warmupEpochs must be below the 5");
            assertRefused(
                    () -> array.add("a", new LaneSpec(Map.of(), 0, 1)),
                    Cause.INVALID_PARAMETERS,
                    "epochs must be at least 1");
        }
        try (TrialArray array = kind.open(CONV, WAVE)) {
            assertRefused(
                    () -> array.add("a", new LaneSpec(Map.of(), 1, 1)),
                    Cause.UNSUITABLE_DATA,
                    "conv-classifier needs data for classification, this is for forecasting");
        }
    }

    @Test
    void twoLanesCannotHaveOneName() throws LaneRefusedException {
        try (TrialArray array = open(CONV_CASE)) {
            array.add("a", CONV_CASE.spec(1));
            assertThatIllegalArgumentException().isThrownBy(() -> array.add("a", CONV_CASE.spec(2)));
        }
    }

    @Test
    void aClosedArrayIsEmptyAndTakesNoLanes() throws LaneRefusedException {
        TrialArray array = open(CONV_CASE);
        array.add("a", CONV_CASE.spec(1));
        array.close();

        assertThat(array.size()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> array.add("b", CONV_CASE.spec(1)));
    }

    /** One step at each poll. */
    private TrialArray open(Case c) {
        return kind.openStepped(c.family(), c.dataset());
    }

    /** All reports of a lane {@code a} that trains alone, with real quanta. */
    private List<LaneReport> alone(Case c, LaneSpec spec) {
        try (TrialArray array = kind.open(c.family(), c.dataset())) {
            array.add("a", spec);
            return drain(array);
        } catch (LaneRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<LaneReport> polls(TrialArray array, int count) {
        List<LaneReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.addAll(array.poll());
        }
        return reports;
    }

    private static List<LaneReport> drain(TrialArray array) {
        List<LaneReport> reports = new ArrayList<>();
        while (array.size() > 0) {
            reports.addAll(array.poll());
        }
        return reports;
    }

    private static List<LaneReport> of(String lane, List<LaneReport> reports) {
        return reports.stream().filter(report -> report.lane().equals(lane)).toList();
    }

    private static byte[] finished(List<LaneReport> reports) {
        return ((Finished) reports.get(reports.size() - 1)).checkpoint();
    }

    private static void assertSame(List<LaneReport> expected, List<LaneReport> actual) {
        assertThat(actual.subList(0, actual.size() - 1)).isEqualTo(expected.subList(0, expected.size() - 1));
        assertThat(finished(actual)).isEqualTo(finished(expected));
    }

    private interface Refused {
        void run() throws LaneRefusedException;
    }

    private static void assertRefused(Refused call, Cause cause, String message) {
        assertThatExceptionOfType(LaneRefusedException.class)
                .isThrownBy(call::run)
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(cause));
    }
}
