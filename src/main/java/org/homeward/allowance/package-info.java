/**
 * Financial support of special guardians and adopters: the standardised means test model for
 * adoption and special guardianship financial support (Department for Education and Skills).
 */
@NullMarked
package org.homeward.allowance;

import org.jspecify.annotations.NullMarked;
