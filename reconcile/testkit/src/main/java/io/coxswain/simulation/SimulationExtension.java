package io.coxswain.simulation;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls the body of a {@link SimulationTest} once for each run. */
final class SimulationExtension implements ParameterResolver, InvocationInterceptor {
    private static final String FOLDER = "coxswain.timeline";

    SimulationExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Simulation();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> body, ExtensionContext context) {
        invocation.skip();
        Method method = body.getExecutable();
        List<Object> arguments = body.getArguments();
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Simulation)) {
            throw new IllegalArgumentException("simulation test " + method + ": must have one parameter, a Simulation");
        }
        Object instance = context.getRequiredTestInstance();
        SimulationTest test = AnnotationSupport.findAnnotation(method, SimulationTest.class)
                .orElseThrow(() -> new IllegalArgumentException("test " + method + " has no @SimulationTest"));
        Search search = Simulation.search(run -> {
                    Object unused = ReflectionSupport.invokeMethod(method, instance, run);
                })
                .annotated(method.getName())
                .runs(test.runs())
                .depth(test.depth())
                .seed(test.seed())
                .limit(Duration.ofSeconds(test.limitSeconds()));
        if (!test.replay().isEmpty()) {
            search.replay(test.replay());
        }
        String folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) {
            search.html(Path.of(folder, method.getDeclaringClass().getSimpleName() + "." + method.getName() + ".html"));
        }
        Report unused = search.check();
    }
}
