package io.sweepforge.coordinator.http;

import com.typesafe.config.Config;
import io.sweepforge.protocol.config.BadConfigException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server listens and how much it takes.
 *
 * @param port 0 for any free one
 * @param maxBodyBytes of a request that is not an upload
 * @param maxUploadBytes of a data set or checkpoint
 */
public record HttpSettings(String host, int port, long maxBodyBytes, long maxUploadBytes) {
    /** Reads {@code sweepforge.http}; only a loopback address is accepted as long as there are no tokens. */
    public static HttpSettings from(Config config) {
        Config http = config.getConfig("sweepforge.http");
        HttpSettings settings = new HttpSettings(
                http.getString("host"),
                http.getInt("port"),
                http.getBytes("max-body-size"),
                http.getBytes("max-upload-size"));
        settings.check();
        return settings;
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw new BadConfigException("sweepforge.http.port must be from 0 to 65535, was " + port + ".");
        }
        requireRoom("max-body-size", maxBodyBytes);
        requireRoom("max-upload-size", maxUploadBytes);
        if (!isLoopback()) {
            throw new BadConfigException("sweepforge.http.host must be a loopback address such as 127.0.0.1, was "
                    + host + ": nobody would have to sign in.");
        }
    }

    private static void requireRoom(String key, long bytes) {
        if (bytes < 1) {
            throw new BadConfigException("sweepforge.http." + key + " must be at least 1B, was " + bytes + "B.");
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BadConfigException("sweepforge.http.host is an unknown host: " + host + ".");
        }
    }
}
