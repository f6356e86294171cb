package io.coxswain.json.yaml;

/** A scalar can't mean what it says; becomes a problem with its line. */
final class YamlScalarException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    YamlScalarException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
