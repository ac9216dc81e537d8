package dev.earworm.library;

/** All that members can do with their finished songs. */
public record Library(LibraryStore store, LibraryRemoval removal, SongResending resending, KeptSongs kept) {}
