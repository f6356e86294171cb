package io.coxswain.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Replaced as a whole and never merged: Kubernetes' {@code x-kubernetes-map-type: atomic}. On a type it holds wherever
 * the type is used. Lists that say nothing are atomic anyway.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Atomic {}
