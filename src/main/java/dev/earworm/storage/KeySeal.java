package dev.earworm.storage;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Seals texts with AES-256 in Galois/counter mode. What was sealed opens only with the same key in the same place, and says
 * with which key it was sealed, so that it can be sealed anew once there is another.
 */
final class KeySeal {
    private static final AesGcmParameters AES_256_GCM = parameters();

    private final Aead aead;
    private final byte[] prefix;

    private KeySeal(Aead aead, byte[] prefix) {
        this.aead = aead;
        this.prefix = prefix;
    }

    /** Empty without a key. */
    static Optional<KeySeal> of(SealingConfig config) {
        List<AesGcmKey> keys = config.keys().stream()
                .map(SealingConfig::bytes)
                .map(KeySeal::key)
                .toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(of(keys));
    }

    private static KeySeal of(List<AesGcmKey> keys) {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (AesGcmKey key : keys) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
                keyset.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
            }
            Aead aead = keyset.build().getPrimitive(AeadConfig2026.get(), Aead.class);
            return new KeySeal(aead, keys.getFirst().getOutputPrefix().toByteArray());
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** @param place that the text belongs to */
    String seal(String text, String place) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(bytes(text), bytes(place)));
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** Empty where it was sealed with a key that is not here, or for another place, or was changed since. */
    Optional<String> open(String sealed, String place) {
        try {
            byte[] text = aead.decrypt(Base64.getDecoder().decode(sealed), bytes(place));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this was sealed with the key that seals now. */
    boolean isCurrent(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return bytes.length >= prefix.length && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    @AccessesPartialKey
    private static AesGcmKey key(byte[] bytes) {
        try {
            return AesGcmKey.builder()
                    .setParameters(AES_256_GCM)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id(bytes))
                    .build();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** The same key has the same number at every start; what it says of the key helps nobody. */
    private static int id(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (NoSuchAlgorithmException e) {
            throw impossible(e);
        }
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException impossible(GeneralSecurityException cause) {
        return new IllegalStateException("AES-GCM does not work here", cause);
    }
}
