/**
 * What members typed or planned and have not ordered yet.
 *
 * <p>Start with {@link dev.earworm.drafts.Draft}. Must not know how drafts are kept, nor who shows them.
 */
@NullMarked
package dev.earworm.drafts;

import org.jspecify.annotations.NullMarked;
