// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A volume filled from a git repository. */
public record GitRepoVolumeSource(
        String directory, @Required @AlwaysWritten String repository, String revision) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public GitRepoVolumeSource {
        directory = requireNonNullElse(directory, "");
        repository = requireNonNullElse(repository, "");
        revision = requireNonNullElse(revision, "");
    }

    /** This with another {@code directory}. */
    public GitRepoVolumeSource withDirectory(String directory) {
        return new GitRepoVolumeSource(directory, repository, revision);
    }

    /** This with another {@code repository}. */
    public GitRepoVolumeSource withRepository(String repository) {
        return new GitRepoVolumeSource(directory, repository, revision);
    }

    /** This with another {@code revision}. */
    public GitRepoVolumeSource withRevision(String revision) {
        return new GitRepoVolumeSource(directory, repository, revision);
    }
}
