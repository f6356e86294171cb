package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.NameRule;
import io.coxswain.validation.Names;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes a kind of API object, once, for every part of the system: its names, scope and record, how it is defaulted and validated, which fields can be selected, which subresources it has.
 *
 * <p>The kinds of Kubernetes are constants of their records ({@code Deployment.KIND}); a kind of one's own is a record and a constant:
 *
 * <pre>{@code
 * record Website(ObjectMeta metadata, Spec spec, Status status) implements Resource<Website> {
 *     public static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);
 * }
 * }</pre>
 *
 * <p>Immutable; equal to another of the same apiVersion and name; its hash code is the same in every JVM.
 *
 * @param <R> the record of its objects
 */
public final class Kind<R extends Resource<R>> implements Comparable<Kind<?>> {
    private static final String DEFAULT_NAMESPACE = "default";

    private final String apiVersion;
    private final String name;
    private final Class<R> type;
    private final Scope scope;
    private final String plural;
    private final List<String> shortNames;
    private final UnaryOperator<R> defaults;
    private final Validation<R> validation;
    private final Map<String, Function<R, String>> fields;
    private final Map<String, SubresourceHandler<R, ?>> subresources;
    private final List<PrinterColumn<R>> columns;
    private final GenerationRule generationRule;
    private final NameRule nameRule;
    private final Structure<R> structure;

    private Kind(Builder<R> builder) {
        apiVersion = builder.apiVersion;
        name = builder.name;
        type = builder.type;
        scope = builder.scope;
        plural = builder.plural;
        shortNames = builder.shortNames;
        defaults = builder.defaults;
        validation = builder.validation;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
        subresources = Collections.unmodifiableMap(new LinkedHashMap<>(builder.subresources));
        columns = List.copyOf(builder.columns);
        generationRule = builder.generationRule;
        nameRule = builder.nameRule;
        structure = builder.structure != null ? builder.structure : Copier.of(builder.type, builder.lookup);
    }

    /** A kind whose objects live in namespaces, with nothing special about it. */
    public static <R extends Resource<R>> Kind<R> namespaced(String apiVersion, String kind, Class<R> type) {
        return builder(apiVersion, kind, type).build();
    }

    /** A kind whose objects belong to the whole cluster, with nothing special about it. */
    public static <R extends Resource<R>> Kind<R> cluster(String apiVersion, String kind, Class<R> type) {
        return builder(apiVersion, kind, type).scope(Scope.CLUSTER).build();
    }

    /** Starts the description of a kind. */
    public static <R extends Resource<R>> Builder<R> builder(String apiVersion, String kind, Class<R> type) {
        return new Builder<>(MethodHandles.lookup(), apiVersion, kind, type);
    }

    /** The same for a record in a package that isn't opened to this module; the lookup must be the record's own. */
    public static <R extends Resource<R>> Builder<R> builder(
            MethodHandles.Lookup lookup, String apiVersion, String kind, Class<R> type) {
        return new Builder<>(lookup, apiVersion, kind, type);
    }

    /**
     * The kind that was made for a record class.
     *
     * @throws IllegalStateException if there is none
     */
    @SuppressWarnings("unchecked")
    public static <R extends Resource<R>> Kind<R> of(Class<R> type) {
        return (Kind<R>) KindsByClass.of(type);
    }

    /** Group and version, such as {@code apps/v1}, or {@code v1} for the core group. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The group, empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The version within the group, such as {@code v1}. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** The name in camel case, such as {@code ReplicaSet}. */
    public String name() {
        return name;
    }

    /** The name in lower case and plural, such as {@code replicasets}. */
    public String plural() {
        return plural;
    }

    /** Abbreviations for people, such as {@code rs}. */
    public List<String> shortNames() {
        return shortNames;
    }

    public Scope scope() {
        return scope;
    }

    public boolean isNamespaced() {
        return scope == Scope.NAMESPACED;
    }

    /** The key of the object of this name: in namespace {@code default}, unless the kind is of cluster scope. */
    public ResourceKey keyOf(String name) {
        return isNamespaced() ? ResourceKey.of(DEFAULT_NAMESPACE, name) : ResourceKey.cluster(name);
    }

    /** The key that is meant by this one: the key itself, or in namespace {@code default} if the kind needs a namespace and it has none. */
    public ResourceKey keyOf(ResourceKey given) {
        return isNamespaced() && given.namespace().isEmpty() ? keyOf(given.name()) : given;
    }

    /** The record class of the objects. */
    public Class<R> type() {
        return type;
    }

    /** How the value of each selectable field is read, by its path such as {@code spec.nodeName}. */
    public Map<String, Function<R, String>> selectableFields() {
        return fields;
    }

    /** The handlers of the subresources beside {@code status}, by name. */
    public Map<String, SubresourceHandler<R, ?>> subresources() {
        return subresources;
    }

    public List<PrinterColumn<R>> printerColumns() {
        return columns;
    }

    public GenerationRule generationRule() {
        return generationRule;
    }

    /** The form that the names of its objects must have. */
    public NameRule nameRule() {
        return nameRule;
    }

    /** Fills in what an author may leave out. */
    public R defaulted(R object) {
        return defaults.apply(object);
    }

    /** Adds everything that is wrong with an object that has its defaults; {@code old} is the stored one on update. */
    public void validate(R object, @Nullable R old, FieldErrors errors) {
        validation.validate(object, old, errors);
    }

    /** How its objects are taken apart and put together. */
    public Structure<R> structure() {
        return structure;
    }

    /** Whether another kind of this name has objects of the same form. */
    public boolean hasFormOf(Kind<?> other) {
        boolean record = structure instanceof Copier && other.structure instanceof Copier;
        return type == other.type && (record || structure.equals(other.structure));
    }

    /** Whether the record has a component {@code status}, which is then written through the status subresource only. */
    public boolean hasStatus() {
        return structure.hasStatus();
    }

    /** The object with other metadata. */
    public R withMetadata(R object, ObjectMeta metadata) {
        return structure.withMetadata(object, metadata);
    }

    /** The object with the status of another; the object itself if the kind has none. */
    public R withStatusOf(R object, R source) {
        return structure.withStatusOf(object, source);
    }

    /**
     * The object as if it had never reported a status: with one whose every component is absent. The object itself if the
     * kind has none, or its record can't be made of absent components.
     */
    public R withoutStatus(R object) {
        return structure.withoutStatus(object);
    }

    /** Whether two objects have the same status. */
    public boolean sameStatus(R one, R other) {
        return structure.sameStatus(one, other);
    }

    /** Whether two objects agree in everything but metadata and status. */
    public boolean sameSpec(R one, R other) {
        return structure.sameSpec(one, other);
    }

    /** Compares by apiVersion, then name. */
    @Override
    public int compareTo(Kind<?> other) {
        int byVersion = apiVersion.compareTo(other.apiVersion);
        return byVersion != 0 ? byVersion : name.compareTo(other.name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Kind<?> kind && apiVersion.equals(kind.apiVersion) && name.equals(kind.name));
    }

    @Override
    public int hashCode() {
        return 31 * apiVersion.hashCode() + name.hashCode();
    }

    /** The name; with its apiVersion it is unique. */
    @Override
    public String toString() {
        return name;
    }

    /** Which changes let {@code metadata.generation} grow. */
    public enum GenerationRule {
        /** Each change beside metadata and status; the first generation is 1. */
        SPEC,
        /** None: objects of this kind have no generation, as Pods, Services and ConfigMaps in Kubernetes. */
        NONE
    }

    /**
     * Describes a kind. Not thread-safe; each property may be set once.
     *
     * @param <R> the record of its objects
     */
    public static final class Builder<R extends Resource<R>> {
        private final MethodHandles.Lookup lookup;
        private final String apiVersion;
        private final String name;
        private final Class<R> type;
        private Scope scope = Scope.NAMESPACED;
        private String plural;
        private List<String> shortNames = List.of();
        private UnaryOperator<R> defaults = object -> object;
        private Validation<R> validation = (object, old, errors) -> {};
        private final Map<String, Function<R, String>> fields = new LinkedHashMap<>();
        private final Map<String, SubresourceHandler<R, ?>> subresources = new LinkedHashMap<>();
        private final List<PrinterColumn<R>> columns = new ArrayList<>();
        private GenerationRule generationRule = GenerationRule.SPEC;
        private NameRule nameRule = Names::dns1123Subdomain;
        private @Nullable Structure<R> structure;

        private Builder(MethodHandles.Lookup lookup, String apiVersion, String name, Class<R> type) {
            KindNames.requireValid(apiVersion, name);
            this.lookup = lookup;
            this.apiVersion = apiVersion;
            this.name = name;
            this.type = type;
            plural = KindNames.pluralOf(name);
            fields.put("metadata.name", object -> object.metadata().name());
            fields.put("metadata.namespace", object -> object.metadata().namespace());
        }

        public Builder<R> scope(Scope value) {
            scope = value;
            return this;
        }

        /** The plural in lower case, where the guess from the name is wrong. */
        public Builder<R> plural(String value) {
            plural = value;
            return this;
        }

        public Builder<R> shortNames(String... values) {
            shortNames = List.of(values);
            return this;
        }

        /** Fills in what an author may leave out; pure. */
        public Builder<R> defaults(UnaryOperator<R> value) {
            defaults = value;
            return this;
        }

        /** Says what is wrong with an object; {@code metadata} is checked besides, by the server. */
        public Builder<R> validation(Validation<R> value) {
            validation = value;
            return this;
        }

        /** Makes a field selectable; an absent value is the empty text. */
        public Builder<R> field(String path, Function<R, String> value) {
            if (fields.put(path, value) != null) {
                throw new IllegalArgumentException("kind " + name + ": field " + path + " is selectable already");
            }
            return this;
        }

        public Builder<R> subresource(String path, SubresourceHandler<R, ?> handler) {
            if (path.equals("status") || subresources.put(path, handler) != null) {
                throw new IllegalArgumentException("kind " + name + ": subresource " + path + " is there already");
            }
            return this;
        }

        public Builder<R> column(String heading, String columnType, Function<R, Object> cell) {
            columns.add(new PrinterColumn<>(heading, columnType, (object, now) -> cell.apply(object)));
            return this;
        }

        public Builder<R> generation(GenerationRule value) {
            generationRule = value;
            return this;
        }

        /** The form that the names of its objects must have; unless set, that of a DNS subdomain. */
        public Builder<R> name(NameRule value) {
            nameRule = value;
            return this;
        }

        /** How objects are taken apart that aren't records of their fields. {@link Kind#of} doesn't know such a kind: its objects do. */
        public Builder<R> structure(Structure<R> value) {
            structure = value;
            return this;
        }

        /**
         * The kind; from now on {@link Kind#of} knows it.
         *
         * @throws IllegalArgumentException if the record can't be copied or is the record of another kind
         */
        public Kind<R> build() {
            Kind<R> kind = new Kind<>(this);
            if (structure == null) {
                KindsByClass.add(kind);
            }
            return kind;
        }
    }
}
