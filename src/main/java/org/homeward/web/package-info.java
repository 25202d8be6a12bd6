/** Pages: the question in the address, the answer in words, pictures and tables. */
@NullMarked
package org.homeward.web;

import org.jspecify.annotations.NullMarked;
