/** Processes as graphs of tasks, their variations and triggers (method, section 4). */
@NullMarked
package org.homeward.process;

import org.jspecify.annotations.NullMarked;
