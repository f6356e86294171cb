/**
 * What a record's components can say about their wire form and about how lists are merged, beyond their names and
 * types. All of it is optional: a record without any of these annotations has atomic lists, writes no zeros, and
 * requires nothing.
 *
 * <p>Read at run time by the JSON codec, by apply and by strategic merge patches. The built-in kinds carry what
 * Kubernetes' OpenAPI document and Go types say of them. {@link io.coxswain.schema.RecordAccess} is how all of these get at
 * the components.
 */
@NullMarked
package io.coxswain.schema;

import org.jspecify.annotations.NullMarked;
