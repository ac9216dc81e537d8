package dev.earworm.music;

/** The vendor's own name for a song; any characters, so never part of a path or a file name as it is. */
public record ProviderJobId(String value) {
    public ProviderJobId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a provider's job id cannot be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
