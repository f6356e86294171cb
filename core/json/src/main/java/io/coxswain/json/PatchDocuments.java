package io.coxswain.json;

import io.coxswain.error.BadRequestException;
import io.coxswain.error.InvalidException;
import io.coxswain.json.patch.PatchException;
import io.coxswain.json.patch.PatchForm;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problem;
import io.coxswain.json.tree.Problems;
import io.coxswain.resource.PatchStrategy;
import io.coxswain.resource.Resource;
import io.coxswain.validation.FieldError;
import io.coxswain.validation.FieldErrorType;
import java.util.List;
import java.util.stream.Collectors;

/** Applies documents of one form to objects: the object is written as a tree, patched, and read again, strictly. */
record PatchDocuments(PatchForm form) implements PatchStrategy {

    @Override
    public String mediaType() {
        return form.mediaType();
    }

    @Override
    public <R extends Resource<R>> R apply(R object, String document) {
        String subject = "Patch of " + object.kind() + " " + object.key();
        if (form == PatchForm.STRATEGIC_MERGE && object instanceof DynamicResource) {
            throw new BadRequestException(
                    subject + ": a strategic merge patch needs a kind with a record: use a merge patch, or apply");
        }
        Problems problems = new Problems("");
        JsonValue patch = JsonValue.parse(document, problems);
        if (!problems.isEmpty()) {
            throw new BadRequestException(subject + ": " + text(problems.inOrder()));
        }
        try {
            JsonValue patched = form.apply(Codec.strict().toTree(object), patch, object.getClass());
            return Codec.strict().read(patched, object.kind());
        } catch (PatchException e) {
            throw refusal(subject, e);
        } catch (ManifestException e) {
            throw new BadRequestException(subject + " makes of it what is none: " + text(e.problems()), e);
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::text).collect(Collectors.joining("; "));
    }

    /** As {@code apiserver/pkg/endpoints/handlers/patch.go}: 400 for a wrong document, 422 if it doesn't fit the object. */
    private static RuntimeException refusal(String subject, PatchException failure) {
        if (failure.fault() == PatchException.Fault.OBJECT) {
            FieldError error = new FieldError(
                    "patch" + failure.place(), FieldErrorType.INVALID, "", String.valueOf(failure.getMessage()));
            return new InvalidException(subject, List.of(error));
        }
        String place = failure.place().isEmpty() ? "" : failure.place() + ": ";
        return new BadRequestException(subject + ": " + place + failure.getMessage(), failure);
    }
}
