package dev.earworm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a newcomer asks of {@code try}.
 *
 * @param prompt never blank; empty to type commands instead of making one song
 * @param folder where the finished file lands; made when it is not there
 * @param port where the embedded Discord listens, 0 for any free one
 * @param length of the song; empty for the model's own choice
 */
public record TryOptions(Optional<String> prompt, Path folder, int port, Optional<Duration> length) {}
