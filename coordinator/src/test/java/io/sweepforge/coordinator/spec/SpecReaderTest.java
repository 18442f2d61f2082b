package io.sweepforge.coordinator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sweepforge.coordinator.Fixtures;
import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.Parsed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SpecReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();
    private static final SpecContext CONTEXT =
            new SpecContext(List.of(Fixtures.CONV, Fixtures.LSTM), List.of(Fixtures.DIGITS, Fixtures.SUNSPOTS), 4711);

    private static final String TRIAL = "'trial': {'kind': 'model', 'dataset': 'digits'}";

    private static Parsed<SweepSpec> read(String json) {
        return read(json, CONTEXT);
    }

    private static Parsed<SweepSpec> read(String json, SpecContext context) {
        try {
            return SpecReader.read(JSON.readValue(json.replace('\'', '"'), Object.class), context);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void fillsInEveryDefaultOfTheShortestSpecification() {
        SweepSpec spec = read("{" + TRIAL + "}").get();

        assertThat(spec.name()).isEqualTo("digits-conv-classifier");
        assertThat(spec.objectives()).containsExactly(new ObjectiveSpec("validationAccuracy", "maximize"));
        assertThat(spec.trial().family()).isEqualTo("conv-classifier");
        assertThat(spec.trial().datasetHash()).isEqualTo("d".repeat(64));
        assertThat(spec.trial().epochs()).isEqualTo(15);
        assertThat(spec.space()).containsOnlyKeys("learningRate", "filters");
        assertThat(spec.sampler().kind()).isEqualTo("auto");
        assertThat(spec.scheduler().kind()).isEqualTo("asha");
        assertThat(spec.budget()).isEqualTo(new SweepSpec.Budget(64, null, null, null, null));
        assertThat(spec.retry().maxAttempts()).isEqualTo(3);
        assertThat(spec.seed()).isEqualTo(4711);
        assertThat(spec.priority()).isZero();
        assertThat(spec.seedTrials()).isEmpty();
        assertThat(spec.labels()).isEmpty();
    }

    @Test
    void readsEverythingTheContractShows() {
        SweepSpec spec = read("""
                {'name': 'digits-conv',
                 'objectives': [{'metric': 'validationAccuracy', 'goal': 'maximize'}],
                 'trial': {'kind': 'model', 'family': 'conv-classifier', 'dataset': 'digits', 'epochs': 20,
                           'fixed': {'batchSize': 64}},
                 'space': {'learningRate': {'type': 'float', 'min': 1e-4, 'max': 0.3, 'scale': 'log'},
                           'filters': {'type': 'int', 'min': 8, 'max': 64, 'step': 8},
                           'optimizer': {'type': 'categorical', 'values': ['sgd', 'adam']},
                           'momentum': {'type': 'float', 'min': 0.0, 'max': 0.99, 'when': {'optimizer': ['sgd']}}},
                 'constraints': ['filters * 2 <= 96'],
                 'sampler': {'kind': 'random'},
                 'scheduler': {'kind': 'asha', 'reductionFactor': 3, 'minEpochs': 1},
                 'budget': {'maxTrials': 64, 'maxDuration': 'PT1H', 'maxParallelTrials': 8, 'target': 0.995},
                 'retry': {'maxAttempts': 2}, 'seed': 7, 'priority': 5,
                 'seedTrials': [{'learningRate': 0.01, 'filters': 16, 'optimizer': 'adam'}],
                 'labels': {'team': 'vision'}}""").get();

        assertThat(spec.name()).isEqualTo("digits-conv");
        assertThat(spec.budget()).isEqualTo(new SweepSpec.Budget(64, Duration.ofHours(1), 8, 0.995, null));
        assertThat(spec.scheduler().options()).isEqualTo(Map.of("reductionFactor", 3, "minEpochs", 1));
        assertThat(spec.trial().fixed()).isEqualTo(Map.of("batchSize", 64));
        assertThat(spec.space()).containsKeys("learningRate", "filters", "optimizer", "momentum");
        assertThat(spec.constraints()).containsExactly("filters * 2 <= 96");
        assertThat(spec.seedTrials())
                .containsExactly(Map.of("learningRate", 0.01, "filters", 16L, "optimizer", "adam"));
        assertThat(spec.labels()).isEqualTo(Map.of("team", "vision"));
        assertThat(spec.seed()).isEqualTo(7);
        assertThat(spec.priority()).isEqualTo(5);
    }

    @Test
    void readsBackWhatItEchoes() throws JsonProcessingException {
        String spec = JSON.writeValueAsString(
                read("{" + TRIAL + ", 'budget': {'maxDuration': 'PT5M'}}").get());

        SweepSpec again =
                SpecReader.read(JSON.readValue(spec, Object.class), CONTEXT).get();

        assertThat(JSON.writeValueAsString(again)).isEqualTo(spec);
    }

    @Test
    void leavesFixedParametersOutOfTheDefaultSpace() {
        SweepSpec spec = read("{'trial': {'dataset': 'digits', 'fixed': {'filters': 16}}}")
                .get();

        assertThat(spec.space()).containsOnlyKeys("learningRate");
    }

    @Test
    void listsTenMistakesInOneAnswer() {
        Parsed<SweepSpec> parsed = read("""
                {'nam': 'x',
                 'trial': {'kind': 'model', 'dataset': 'digits', 'epochs': 0, 'fixed': {'batchSize': 5000}},
                 'objectives': [{'metric': 'accuracy', 'goal': 'up'}],
                 'space': {'learningRate': {'type': 'float', 'min': -0.1, 'max': 0.3, 'scale': 'log'},
                           'filtres': {'type': 'int', 'min': 8, 'max': 64}},
                 'sampler': {'kind': 'rnadom'},
                 'scheduler': {'kind': 'asha', 'reductionFactr': 3},
                 'budget': {'maxTrials': 0, 'maxDuration': '1h'}}""");

        assertThat(parsed.errors())
                .extracting(FieldError::field)
                .contains(
                        "nam",
                        "trial.epochs",
                        "trial.fixed.batchSize",
                        "objectives[0].metric",
                        "objectives[0].goal",
                        "space.learningRate.min",
                        "space.filtres",
                        "sampler.kind",
                        "scheduler.reductionFactr",
                        "budget.maxTrials",
                        "budget.maxDuration");
    }

    /** Columns: specification (apostrophes for quotes, TRIAL for a good trial), field to blame, words of the message. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/specification-mistakes.txt", delimiter = '|', quoteCharacter = '`')
    void namesTheFieldAndWhatWouldBeRight(String json, String field, String words) {
        Parsed<SweepSpec> parsed = read(json.replace("TRIAL", TRIAL));

        assertThat(parsed.errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(words);
        });
    }

    @Test
    void refusesAParameterThatIsFixedAndSearched() {
        Parsed<SweepSpec> parsed = read("""
                {'trial': {'dataset': 'digits', 'fixed': {'filters': 8}},
                 'space': {'filters': {'type': 'int', 'min': 8, 'max': 16}}}""");

        assertThat(parsed.errors())
                .containsExactly(new FieldError(
                        "space.filters", "is both fixed and searched; remove it from trial.fixed or from space"));
    }

    @Test
    void choosesNoSchedulerForSeveralObjectives() {
        SweepSpec spec = read("{" + TRIAL
                        + ", 'objectives': [{'metric': 'validationAccuracy'}, {'metric': 'validationLoss'}],"
                        + " 'sampler': {'kind': 'random'}}")
                .get();

        assertThat(spec.scheduler().kind()).isEqualTo("none");
    }

    @Test
    void saysWhenNoNodeHasJoinedAndNoDataSetIsHere() {
        Parsed<SweepSpec> parsed =
                read("{'trial': {'dataset': 'digits', 'family': 'x'}}", new SpecContext(List.of(), List.of(), 1));

        assertThat(parsed.errors())
                .anySatisfy(error -> assertThat(error.message()).contains("no node has joined yet"))
                .anySatisfy(error -> assertThat(error.message()).contains("upload one with POST"));
    }

    @Test
    void takesTheNewestDataSetOfAName() {
        Datasets.Entry old = Fixtures.DIGITS;
        Datasets.Entry newer = new Datasets.Entry(
                Fixtures.entry("e".repeat(64), "digits", "classification", List.of(1, 8, 8), 10)
                        .reference(),
                List.of(),
                1,
                old.createdAt().plusSeconds(1));
        SpecContext context = new SpecContext(List.of(Fixtures.CONV), List.of(newer, old), 1);

        assertThat(read("{" + TRIAL + "}", context).get().trial().datasetHash()).isEqualTo("e".repeat(64));
    }

    @Test
    void refusesABodyThatIsNoObject() {
        assertThat(read("[1]").errors()).extracting(FieldError::field).containsExactly("body");
    }
}
