package dev.earworm.music;

/** A provider whose answer to a request is the audio itself. */
public non-sealed interface SynchronousProvider extends MusicProvider, Composer {}
