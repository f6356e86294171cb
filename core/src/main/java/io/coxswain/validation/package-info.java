/**
 * What is wrong with an object, field by field, in Kubernetes' terms; and the forms that names have.
 *
 * <p>Rules take a {@link io.coxswain.validation.FieldErrors}, walk down with {@code at} and report where they find
 * something; who called them asks for the list. Texts are made only of what is wrong, so a good object costs next to
 * nothing.
 */
@NullMarked
package io.coxswain.validation;

import org.jspecify.annotations.NullMarked;
