/**
 * HTTP: questions in, answers with their working out. Every mistake of a caller becomes one
 * problem+json that lists all.
 */
@NullMarked
package org.homeward.api;

import org.jspecify.annotations.NullMarked;
