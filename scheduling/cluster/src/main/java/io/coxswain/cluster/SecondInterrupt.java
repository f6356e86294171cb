package io.coxswain.cluster;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C while the JVM is ending already. The JVM itself doesn't hear it: it would have to wait for the workers that don't want to end. Only from then on is a handler set, so an application's own
 * are never in its way; TERM is left alone, since who sends it twice means to be patient.
 *
 * <p>By reflection: {@code sun.misc.Signal} is supported, in module {@code jdk.unsupported}, but javac warns of it.
 */
final class SecondInterrupt {
    private static final Logger LOG = LoggerFactory.getLogger(SecondInterrupt.class);
    private static final int EXIT_CODE = 130;

    private SecondInterrupt() {}

    /**
     * From now on Ctrl-C ends this JVM at once, and by that its workers.
     *
     * @return false if this JVM handles no signals, such as after {@code -Xrs}
     */
    static boolean ends() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object halt = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, new Halt());
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, halt);
            return true;
        } catch (InvocationTargetException e) {
            LOG.atDebug().setCause(e.getCause()).log("A second Ctrl-C changes nothing");
            return false;
        } catch (ReflectiveOperationException e) {
            LOG.atDebug().setCause(e).log("A second Ctrl-C changes nothing");
            return false;
        }
    }

    private static final class Halt implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "handle" -> {
                    Runtime.getRuntime().halt(EXIT_CODE);
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> arguments != null && arguments[0] == proxy;
                default -> "halt";
            };
        }
    }
}
