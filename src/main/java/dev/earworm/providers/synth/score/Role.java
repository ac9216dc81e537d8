package dev.earworm.providers.synth.score;

/** What a part is for; it decides where the part stands in the mix. */
public enum Role {
    LEAD,
    COUNTER,
    CHORDS,
    PAD,
    ARPEGGIO,
    BASS,
    DRUMS,
    TEXTURE
}
