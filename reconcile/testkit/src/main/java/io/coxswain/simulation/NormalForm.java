package io.coxswain.simulation;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** An object as text without what differs from run to run: revisions, uids, times, generations, and the end of a generated name. */
final class NormalForm {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern GENERATION = Pattern.compile("observedGeneration=\\d+");

    private NormalForm() {}

    /** The object, without the named fields. */
    static <R extends Resource<R>> String of(R object, List<String> ignored) {
        ObjectMeta metadata = object.metadata();
        ObjectMeta plain = ObjectMeta.named(metadata.namespace(), name(metadata))
                .withLabels(metadata.labels())
                .withAnnotations(metadata.annotations())
                .withFinalizers(metadata.finalizers());
        Kind<R> kind = object.kind();
        String text = kind.withMetadata(object, plain).toString();
        text = TIME.matcher(text).replaceAll("<time>");
        text = UID.matcher(text).replaceAll("<uid>");
        text = GENERATION.matcher(text).replaceAll("observedGeneration=<n>");
        for (String field : ignored) {
            String leaf = field.substring(field.lastIndexOf('.') + 1);
            text = text.replaceAll("\\b" + Pattern.quote(leaf) + "=[^,\\]]*", leaf + "=<ignored>");
        }
        return text + (metadata.isDeleting() ? ", being deleted" : "");
    }

    private static String name(ObjectMeta metadata) {
        return metadata.generateName().isEmpty() ? metadata.name() : metadata.generateName() + "~";
    }
}
