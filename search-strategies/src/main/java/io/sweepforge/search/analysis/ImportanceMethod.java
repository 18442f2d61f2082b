package io.sweepforge.search.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How importance is measured. */
public enum ImportanceMethod {
    /** How much better trials differ from all in each parameter; quick, and about the good region. */
    PED_ANOVA("ped-anova", 20_000),
    /** How much each parameter alone varies the loss over the whole space, by a random forest. */
    FANOVA("fanova", 1_000);

    /** The names users write. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(ImportanceMethod::word).toList();

    private final String word;
    private final int mostTrials;

    ImportanceMethod(String word, int mostTrials) {
        this.word = word;
        this.mostTrials = mostTrials;
    }

    /** Of more trials a sample of that size is used, so that the answer takes well under a second. */
    int mostTrials() {
        return mostTrials;
    }

    /** The name users write. */
    public String word() {
        return word;
    }

    /** The method of that name. */
    public static Optional<ImportanceMethod> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst();
    }
}
