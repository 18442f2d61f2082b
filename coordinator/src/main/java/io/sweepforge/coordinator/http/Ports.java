package io.sweepforge.coordinator.http;

import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.artifact.ArtifactStore;
import io.sweepforge.coordinator.dataset.DatasetStore;

/** What the routes are about. */
record Ports(Sweeps sweeps, Cluster cluster, DatasetStore datasets, ArtifactStore artifacts) {}
