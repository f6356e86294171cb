package io.coxswain.cluster;

import io.coxswain.api.Kinds;
import io.coxswain.error.InvalidException;
import io.coxswain.json.Manifest;
import io.coxswain.resource.Resource;
import java.nio.file.Path;
import java.util.List;

/** A manifest as {@code coxswain-json} reads it. The only class here that names that artifact's. */
final class JsonManifest implements ManifestFile {
    private final Manifest read;

    /** @throws io.coxswain.json.ManifestException if anything in the file is wrong; says all of it */
    JsonManifest(Path file, Kinds kinds) {
        read = Manifest.read(file, kinds);
    }

    @Override
    public List<Resource<?>> objects() {
        return read.objects();
    }

    @Override
    public RuntimeException located(InvalidException refusal) {
        return read.located(refusal);
    }
}
