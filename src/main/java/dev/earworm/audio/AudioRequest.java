package dev.earworm.audio;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a prepared file should turn out.
 *
 * @param kind wished for; another one is used when the song fits the limit only so
 * @param limitBytes what the file may weigh at most
 * @param cover goes into the file where that costs the sound nothing
 * @param directory must exist and belong to this song alone, because the file in it is replaced
 * @param name of the file, without its ending
 */
public record AudioRequest(
        AudioKind kind, long limitBytes, Tags tags, Optional<Cover> cover, Path directory, Slug name) {}
