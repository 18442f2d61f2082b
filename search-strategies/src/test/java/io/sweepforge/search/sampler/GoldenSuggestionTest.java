package io.sweepforge.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A late suggestion, to the last digit as it was recorded: another JDK or processor must propose the same. A deliberate
 * change of a sampler changes the record.
 */
class GoldenSuggestionTest {
    private static final int TRIALS = 60;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            random | {lr=6.627556096512264E-4, opt=sgd, units=253, layers=4, drop=0.08559329621720081, momentum=0.036115281719076076}
            sobol  | {lr=0.0027605919278521516, opt=sgd, units=56, layers=4, drop=0.21275492316344752, momentum=0.4231557823286857}
            tpe    | {lr=0.06838353165822797, opt=adam, units=79, layers=3, drop=0.24184335646416663}
            gp     | {lr=1.0E-5, opt=sgd, units=512, layers=4, drop=0.3153134552684727, momentum=0.6136887448249964}
            cma-es | {lr=0.005204677625285588, opt=adam, units=46, layers=3, drop=0.3689102497551708}
            nsga2  | {lr=1.1026281076012301E-4, opt=sgd, units=13, layers=4, drop=0.14728160805491206, momentum=0.4711535125791179}
            """)
    void isTheRecordedOne(String kind, String recorded) {
        Sampler sampler = Samplers.create(kind, Problems.mixed().setup(5));
        for (int number = 0; number < TRIALS; number++) {
            Configuration configuration = sampler.suggest(number).orElseThrow().configuration();
            sampler.update(List.of(Trials.completed(number, configuration, number * 37 % 61)), List.of());
        }

        assertThat(sampler.suggest(TRIALS).orElseThrow().configuration().values())
                .hasToString(recorded);
    }
}
