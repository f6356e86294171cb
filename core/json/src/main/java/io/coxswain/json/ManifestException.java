package io.coxswain.json;

import java.util.List;
import java.util.stream.Collectors;

/** A text can't be taken as what it was read for. Says everything that is wrong with it, in the order of the text, a line each. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<ManifestProblem> problems;

    ManifestException(List<ManifestProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    ManifestException(List<ManifestProblem> problems, Throwable cause) {
        super(message(problems), cause);
        this.problems = List.copyOf(problems);
    }

    private static String message(List<ManifestProblem> problems) {
        String shown = problems.stream()
                .limit(Limits.PROBLEMS)
                .map(ManifestProblem::toString)
                .collect(Collectors.joining("\n"));
        int rest = problems.size() - Limits.PROBLEMS;
        return rest <= 0 ? shown : shown + "\nand " + rest + " more";
    }

    /** Everything that is wrong, in the order of the text; at least one. */
    public List<ManifestProblem> problems() {
        return problems;
    }
}
