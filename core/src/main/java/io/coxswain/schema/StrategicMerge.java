package io.coxswain.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a strategic merge patch treats this component. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface StrategicMerge {
    /** {@code merge}, {@code replace}, {@code retainKeys}, or {@code merge,retainKeys}. */
    String value();

    /** The component of a list's element by which it is found; empty if elements are plain values. */
    String key() default "";
}
