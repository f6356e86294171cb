/**
 * Kubernetes' structural schemas: what a CustomResourceDefinition says of the fields of its objects.
 *
 * <p>Start at {@link io.coxswain.json.schema.Schema}; {@code SchemaReader} makes it of its JSON form, {@code Rules} knows what the
 * keywords demand of a value. {@link io.coxswain.json.schema.SchemaCheck} validates, {@link io.coxswain.json.schema.Defaults} fills in,
 * {@link io.coxswain.json.schema.TreeMerge} applies. Written here because a structural schema is no JSON Schema: what it
 * means for pruning, defaults, null and lists is Kubernetes' own ({@code apiextensions-apiserver/pkg/apiserver/schema}), and a
 * validator of JSON Schema would bring a second tree model and do the smaller part of it.
 */
@NullMarked
package io.coxswain.json.schema;

import org.jspecify.annotations.NullMarked;
