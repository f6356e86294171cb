/** JSON and YAML in the Kubernetes wire form. */
@NullMarked
package io.coxswain.json;

import org.jspecify.annotations.NullMarked;
