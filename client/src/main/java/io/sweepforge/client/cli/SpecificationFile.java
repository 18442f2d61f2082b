package io.sweepforge.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sweepforge.client.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A sweep specification in a file. */
final class SpecificationFile {
    private SpecificationFile() {}

    /** @throws UsageException when there is no such file, or no JSON object in it */
    static ObjectNode read(Path file) {
        try {
            if (Json.parse(Files.readString(file)) instanceof ObjectNode specification) {
                return specification;
            }
            throw new UsageException(file + " must hold a JSON object");
        } catch (JsonProcessingException e) {
            throw new UsageException(
                    file + " is not JSON, line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text, so it cannot be JSON");
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e);
        }
    }
}
