package dev.earworm.keys;

import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider;
import java.util.List;

/** Makes a provider for somebody else's account than the operator's. */
public interface ProviderFactory {
    /** What every such provider can make, whether or not the operator has a key for it. */
    List<MusicModel> models();

    /**
     * The provider with this key.
     *
     * @throws IllegalArgumentException if the key cannot be sent at all, as with a line break in it; without the key
     */
    MusicProvider with(KeyedProvider provider, ApiKey key);
}
