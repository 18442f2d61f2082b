package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.sampler.FinishedTrial;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Problem SPHERE = Problems.sphere5();
    private static final Search SEARCH = new Search(SPHERE.setup(1), 2);
    private static final List<FinishedTrial> TRIALS = new SearchRun(SPHERE, "cma-es", 1, 80, 1).run();

    private static Replay replay(List<FinishedTrial> trials) {
        Replay replay = new Replay(SEARCH);
        trials.forEach(replay::add);
        return replay;
    }

    private static List<Member> members(List<FinishedTrial> trials) {
        return trials.stream()
                .map(trial ->
                        new Member(trial, SEARCH.dimensions().coordinates().point(trial.configuration())))
                .collect(Collectors.toList());
    }

    private static Gaussian gaussian(Replay replay) {
        return replay.generation(80).orElseThrow().gaussian();
    }

    @Test
    void supposesThatMoreTrialsFinishedAndStaysAsItIs() {
        Replay told = replay(TRIALS.subList(0, 60));
        Gaussian before = gaussian(told);
        Replay supposed = told.with(members(TRIALS.subList(60, 80)));
        assertThat(gaussian(supposed).mean).isEqualTo(gaussian(replay(TRIALS)).mean);
        assertThat(gaussian(told).mean).isEqualTo(before.mean).isNotEqualTo(gaussian(supposed).mean);
    }

    @Test
    void supposesSoOfTheFirstTrialsToo() {
        Replay told = replay(TRIALS.subList(1, 3));
        assertThat(told.generation(2)).isEmpty();
        Replay supposed = told.with(members(TRIALS.subList(3, 80)));
        supposed.add(TRIALS.get(0));
        assertThat(gaussian(supposed).mean).isEqualTo(gaussian(replay(TRIALS)).mean);
    }

    @Test
    void leavesOutWhatIsLongPast() {
        List<FinishedTrial> withoutOne =
                TRIALS.stream().filter(trial -> trial.number() != 70).collect(Collectors.toList());
        Search small = new Search(SPHERE.setup(1), 0);
        Replay told = new Replay(small);
        List<FinishedTrial> many = new SearchRun(SPHERE, "cma-es", 2, 200, 1).run();
        many.stream().filter(trial -> trial.number() != 20).forEach(told::add);
        Generation now = told.generation(200).orElseThrow();
        Generation supposed =
                told.with(members(many.subList(20, 21))).generation(200).orElseThrow();
        assertThat(supposed.gaussian().mean).isEqualTo(now.gaussian().mean);
        Replay recent = replay(withoutOne);
        assertThat(gaussian(recent.with(members(TRIALS.subList(70, 71)))).mean).isNotEqualTo(gaussian(recent).mean);
    }

    @Test
    void knowsTheLatestTrials() {
        assertThat(replay(TRIALS).latest(3)).extracting(Member::number).containsExactly(79, 78, 77);
        assertThat(replay(TRIALS.subList(0, 2)).latest(3)).hasSize(2);
    }
}
