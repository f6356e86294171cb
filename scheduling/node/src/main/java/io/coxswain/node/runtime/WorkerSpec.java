package io.coxswain.node.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a container, with everything resolved: no variable is left to expand and no reference to look up.
 *
 * @param sandbox the pod
 * @param container the container's name
 * @param image what it runs
 * @param command replaces the image's own command unless empty
 * @param args replaces the image's own arguments unless empty
 * @param workingDir relative to the image's or the pod's folder; empty: that folder itself
 * @param environment variables in the order in which they were declared, to which a runtime adds only what must be inherited
 * @param attempt which run of this container in this pod, from 0
 * @param readiness what counts until the worker says something about its readiness
 */
public record WorkerSpec(
        PodSandbox sandbox,
        String container,
        Image image,
        List<String> command,
        List<String> args,
        String workingDir,
        Map<String, String> environment,
        int attempt,
        Readiness readiness) {
    public WorkerSpec {
        command = List.copyOf(command);
        args = List.copyOf(args);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * The image's command and arguments with the container's in their place, by Kubernetes' rule: a command without arguments drops the image's arguments too. See "Define a Command and
     * Arguments for a Container" in Kubernetes' documentation.
     */
    public List<String> commandLine() {
        List<String> head = command.isEmpty() ? image.command() : command;
        return concat(head, arguments());
    }

    /** The container's arguments, or the image's where neither command nor arguments replace them. */
    public List<String> arguments() {
        return command.isEmpty() && args.isEmpty() ? image.args() : args;
    }

    /** For messages: {@code container web of pod shop/web-1}. */
    public String subject() {
        return "container " + container + " of pod " + sandbox.pod();
    }

    private static List<String> concat(List<String> head, List<String> tail) {
        List<String> all = new ArrayList<>(head);
        all.addAll(tail);
        return List.copyOf(all);
    }
}
