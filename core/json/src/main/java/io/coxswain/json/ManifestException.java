package io.coxswain.json;

import io.coxswain.json.tree.Problem;
import io.coxswain.json.tree.Problems;
import java.util.List;
import java.util.stream.Collectors;

/** A text can't be taken as what it was read for. Says everything that is wrong with it, in the order of the text, a line each. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** More problems than this tell nobody anything; the rest is only counted. */
    private static final int SHOWN = 100;

    private final transient List<Problem> problems;

    ManifestException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    ManifestException(List<Problem> problems, Throwable cause) {
        super(message(problems), cause);
        this.problems = List.copyOf(problems);
    }

    static void throwIfAny(Problems problems) {
        if (!problems.isEmpty()) {
            throw new ManifestException(problems.inOrder());
        }
    }

    private static String message(List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        int rest = problems.size() - SHOWN;
        return rest <= 0 ? shown : shown + "\nand " + rest + " more";
    }

    /** Everything that is wrong, in the order of the text; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
