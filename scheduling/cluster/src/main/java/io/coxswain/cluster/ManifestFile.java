package io.coxswain.cluster;

import io.coxswain.api.Kinds;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Resource;
import java.nio.file.Path;
import java.util.List;

/** A manifest that was read, if what reads it is there. */
interface ManifestFile {

    /** The objects in the order of the file. */
    List<Resource<?>> objects();

    /** The same refusal, told with the lines of this file. */
    RuntimeException located(InvalidException refusal);

    /**
     * Reads a file.
     *
     * @throws MissingArtifactException if there is no {@code coxswain-json}
     */
    static ManifestFile read(Path file, Kinds kinds) {
        Artifact.JSON.require("Reading manifest " + file);
        return new JsonManifest(file, kinds);
    }
}
