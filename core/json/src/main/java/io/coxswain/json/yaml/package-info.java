/**
 * YAML as Kubernetes reads and writes it, to and from the values of {@code io.coxswain.json.tree}: {@code YamlReader} composes
 * documents from the events of a parser and says everything that is wrong with them, {@code YamlScalar} decides what bare
 * words mean, {@code YamlSink} writes.
 */
@NullMarked
package io.coxswain.json.yaml;

import org.jspecify.annotations.NullMarked;
