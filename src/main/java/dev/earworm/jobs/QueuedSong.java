package dev.earworm.jobs;

/** A song that has not ended, and what to expect of it. */
public record QueuedSong(Job job, Forecast forecast) {}
