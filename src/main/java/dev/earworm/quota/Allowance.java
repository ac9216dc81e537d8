package dev.earworm.quota;

import java.util.Arrays;

/** What a song may be taken from. */
public record Allowance(QuotaLimits member, QuotaLimits guild, QuotaLimits instance) {
    /** Where only the member is limited. */
    public static Allowance ofMember(QuotaLimits limits) {
        return new Allowance(limits, QuotaLimits.UNLIMITED, QuotaLimits.UNLIMITED);
    }

    public QuotaLimits of(Pot pot) {
        return switch (pot) {
            case MEMBER -> member;
            case GUILD -> guild;
            case INSTANCE -> instance;
        };
    }

    /** Whether some ceiling in money applies, so that prices have to be known. */
    public boolean countsMoney() {
        return Arrays.stream(Pot.values())
                .anyMatch(pot -> of(pot).set().stream().anyMatch(Limit::isMoney));
    }
}
