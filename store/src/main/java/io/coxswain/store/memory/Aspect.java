package io.coxswain.store.memory;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something of objects by whose values they are looked up and waited for. */
sealed interface Aspect {

    /** How the values that an object has are read; none or more, each once. */
    <R extends Resource<R>> Function<R, List<String>> values(Kind<R> kind);

    /** A selectable field of the kind; each object has one value, which is empty where the field is absent. */
    record Field(String path) implements Aspect {
        @Override
        public <R extends Resource<R>> Function<R, List<String>> values(Kind<R> kind) {
            Function<R, String> field = kind.selectableFields().get(path);
            if (field == null) {
                throw new BadRequestException(
                        "Field " + path + " is not a selectable field of " + kind + ": use one of "
                                + String.join(", ", kind.selectableFields().keySet()));
            }
            return object -> List.of(field.apply(object));
        }

        // written out, as is hashCode: the JVM takes 20 ms to make its first ones for a record

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Field that && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** A label; an object has a value or none. */
    record Label(String key) implements Aspect {
        @Override
        public <R extends Resource<R>> Function<R, List<String>> values(Kind<R> kind) {
            return object -> {
                String value = object.metadata().labels().get(key);
                return value == null ? List.of() : List.of(value);
            };
        }
    }

    /** The owners, by uid. */
    record Owner() implements Aspect {
        @Override
        public <R extends Resource<R>> Function<R, List<String>> values(Kind<R> kind) {
            return object -> {
                List<OwnerReference> owners = object.metadata().ownerReferences();
                return switch (owners.size()) {
                    case 0 -> List.of();
                    case 1 -> List.of(owners.get(0).uid());
                    default ->
                        owners.stream().map(OwnerReference::uid).distinct().toList();
                };
            };
        }
    }
}
