/**
 * What operators ask the running program: is it well.
 */
@NullMarked
package dev.earworm.ops;

import org.jspecify.annotations.NullMarked;
