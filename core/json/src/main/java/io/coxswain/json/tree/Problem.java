package io.coxswain.json.tree;

/**
 * One thing that is wrong with a text, such as a manifest.
 *
 * @param source the file as it was named, or empty
 * @param line the line of the file, counted from 1; 0 if it concerns the file or isn't known
 * @param subject the object, such as {@code Deployment shop/crawler}; empty if it concerns the file
 * @param field the field of the object, such as {@code spec.template.spec.containers[0].image}; may be empty
 * @param text what is wrong, with the field where there is one, and what would be right
 */
public record Problem(String source, int line, String subject, String field, String text) {

    /** The problem in one line: {@code crawler.yaml:17: Deployment crawler: unknown field spec.replica, did you mean replicas?} */
    @Override
    public String toString() {
        StringBuilder message = new StringBuilder();
        if (!source.isEmpty()) {
            message.append(source).append(line > 0 ? ":" + line : "").append(": ");
        } else if (line > 0) {
            message.append("line ").append(line).append(": ");
        }
        if (!subject.isEmpty()) {
            message.append(subject).append(": ");
        }
        return message.append(text).toString();
    }
}
