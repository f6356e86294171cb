package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.resource.ResourceKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Worker specs for tests. */
final class Specs {
    private Specs() {}

    static PodSandbox sandbox(Path folder) {
        return PodSandbox.of(ResourceKey.of("shop", "web-1"), "uid-1", "n1", "127.80.0.1", folder);
    }

    static WorkerSpec command(Path folder, String... command) {
        return of(folder, new Image("process", "", List.of(), List.of()), List.of(command), List.of(), Map.of());
    }

    static WorkerSpec shell(Path folder, String script) {
        return command(folder, "sh", "-c", script);
    }

    static WorkerSpec of(
            Path folder, Image image, List<String> command, List<String> args, Map<String, String> environment) {
        return new WorkerSpec(sandbox(folder), "web", image, command, args, "", environment, 0, Readiness.READY);
    }
}
