package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.DatasetUpload;
import io.sweepforge.client.SweepforgeClient;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a data set. */
@Command(name = "upload", description = "Upload a data set: CSV, IDX or NPY, gzipped or not.")
final class UploadCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", description = "Its name tells the format: .csv, .npz, .zip of two IDX files.")
    private Path file = Path.of("");

    @Option(names = "--name", required = true, description = "What sweeps call it.")
    private String name = "";

    @Option(names = "--task", required = true, description = "classification or forecasting.")
    private String task = "";

    @Option(names = "--target", paramLabel = "COLUMN", description = "What is predicted. Default: the last column")
    private Optional<String> target = Optional.empty();

    @Option(names = "--index", paramLabel = "COLUMN", description = "A column that only numbers or dates the rows.")
    private Optional<String> index = Optional.empty();

    @Option(names = "--shape", description = "Of one row, e.g. 28x28, 3x32x32. Default: inferred")
    private Optional<String> shape = Optional.empty();

    @Override
    int run(SweepforgeClient client) {
        DatasetUpload upload = new DatasetUpload(file, name, task, target, index, shape);
        try {
            JsonNode dataset = client.upload(upload, BodyPublishers.ofFile(file));
            return print(dataset, name + " is uploaded as " + dataset.path("id").asText());
        } catch (FileNotFoundException e) {
            throw new UsageException("there is no file " + file);
        }
    }
}
