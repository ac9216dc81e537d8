package dev.earworm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a newcomer asks of {@code try}.
 *
 * @param prompt never blank; empty for the page instead of one song
 * @param folder where the finished file of a prompt lands; made when it is not there
 * @param host the address of this machine that the page is opened on
 * @param port of the page, 0 for any free one
 * @param length of the prompt's song; empty for the model's own choice
 */
public record TryOptions(Optional<String> prompt, Path folder, String host, int port, Optional<Duration> length) {}
