/** Pictures of processes: SVG for people, BPMN for editors. */
@NullMarked
package org.homeward.picture;

import org.jspecify.annotations.NullMarked;
