package dev.earworm.audio;

/**
 * The file cannot be played: it is something else, or it breaks off. Asking the same bytes again gives the same answer.
 *
 * @param reason for logs and operators, the end of a sentence that starts with "The file"; holds nothing of the file
 */
public record NotAudio(String reason) implements ProbeResult, Preparation {}
