package io.sweepforge.kernels.gpu.emulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Turns sources into shared libraries with g++; what was compiled before from the same sources is taken as it is. */
final class Compiler {
    /** No contraction and no reordering, so that what a kernel writes is what is computed. */
    private static final List<String> OPTIONS = List.of(
            "-std=c++17",
            "-O2",
            "-fPIC",
            "-shared",
            "-ffp-contract=off",
            "-fno-strict-aliasing",
            "-fno-extern-tls-init",
            "-Wall",
            "-Wno-unknown-pragmas",
            "-Wno-unused-function");

    private static final Optional<String> PROBLEM = probe();

    private Compiler() {}

    /** Why it cannot be used here; empty when it can. */
    static Optional<String> problem() {
        return PROBLEM;
    }

    private static Optional<String> probe() {
        if (!Files.exists(jni().resolve("jni.h"))) {
            return Optional.of("this JDK has no " + jni().resolve("jni.h"));
        }
        try {
            run(List.of("g++", "--version"));
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of("g++ is not on this machine: " + e.getMessage());
        }
    }

    static Path jni() {
        return Path.of(System.getProperty("java.home"), "include");
    }

    /**
     * @param arguments sources and options of their own
     * @param ingredients files whose content decides what comes out
     * @return a library under {@code target}
     */
    static synchronized Path compile(String name, List<String> arguments, List<Path> ingredients) {
        List<String> command = new ArrayList<>(List.of("g++"));
        command.addAll(OPTIONS);
        command.addAll(arguments);
        try {
            Path folder = Files.createDirectories(Path.of("target", "emulator").toAbsolutePath());
            Path library = folder.resolve(name + "-" + hash(command, ingredients) + ".so");
            if (!Files.exists(library)) {
                Path fresh = Files.createTempFile(folder, name, ".so");
                run(Stream.concat(command.stream(), Stream.of("-o", fresh.toString()))
                        .toList());
                Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(List<String> command, List<Path> ingredients) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", command).getBytes(StandardCharsets.UTF_8));
            for (Path file : ingredients) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
