// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GitRepoVolumeSource that
                        && directory.equals(that.directory)
                        && repository.equals(that.repository)
                        && revision.equals(that.revision));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = directory.hashCode();
        hash = 31 * hash + repository.hashCode();
        hash = 31 * hash + revision.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
