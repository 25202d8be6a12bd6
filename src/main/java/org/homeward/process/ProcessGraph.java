package org.homeward.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.problem.Problems;
import org.homeward.quantity.Provenance;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedAcyclicGraph;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * A process of social care: tasks in their order of work, the minutes they take, and when the
 * process happens.
 *
 * @param group the family it belongs to, for instance {@code looked-after}
 * @param legal whether its cost belongs to the component {@code legal} rather than {@code
 *     case-management}
 * @param tasks in file order; the order {@code after} has no cycles
 * @param variations in file order
 */
public record ProcessGraph(
    String id,
    String name,
    String group,
    boolean legal,
    String description,
    Trigger trigger,
    List<Task> tasks,
    List<Variation> variations,
    Provenance provenance) {

  /** More variations than this cannot be told apart by the compiled book. */
  public static final int MOST_VARIATIONS = 16;

  /**
   * @throws org.homeward.problem.InputException naming every duplicate id, unknown task and cycle
   */
  public ProcessGraph {
    tasks = List.copyOf(tasks);
    variations = List.copyOf(variations);
    check(tasks, variations);
  }

  public Optional<Task> findTask(String taskId) {
    return tasks.stream().filter(t -> t.id().equals(taskId)).findFirst();
  }

  public Optional<Variation> findVariation(String variationId) {
    return variations.stream().filter(v -> v.id().equals(variationId)).findFirst();
  }

  /** Every role that some task or variation names, in file order. */
  public Set<String> roles() {
    Set<String> roles = new LinkedHashSet<>();
    tasks.forEach(t -> t.minutes().forEach(m -> roles.add(m.role())));
    variations.forEach(v -> v.changes().forEach(c -> roles.add(c.role())));
    return roles;
  }

  /** The tasks in an order of work: each stands after those it comes after; ties in file order. */
  public List<Task> inOrderOfWork() {
    DirectedAcyclicGraph<String, DefaultEdge> graph = new DirectedAcyclicGraph<>(DefaultEdge.class);
    tasks.forEach(t -> graph.addVertex(t.id()));
    tasks.forEach(t -> t.after().forEach(before -> graph.addEdge(before, t.id())));
    List<Task> ordered = new ArrayList<>();
    graph.iterator().forEachRemaining(id -> ordered.add(findTask(id).orElseThrow()));
    return ordered;
  }

  /**
   * The longest chain of tasks by elapsed working days: how long the process takes, and which tasks
   * decide it.
   */
  public CriticalPath criticalPath() {
    Map<String, Integer> finish = new LinkedHashMap<>();
    Map<String, String> previous = new LinkedHashMap<>();
    String last = "";
    for (Task task : inOrderOfWork()) {
      int start = 0;
      for (String before : task.after()) {
        int ready = finish.getOrDefault(before, 0);
        if (ready > start || !previous.containsKey(task.id())) {
          start = Math.max(start, ready);
          previous.put(task.id(), before);
        }
      }
      finish.put(task.id(), start + task.elapsed());
      if (last.isEmpty() || finish.get(task.id()) > finish.getOrDefault(last, 0)) {
        last = task.id();
      }
    }
    List<String> path = new ArrayList<>();
    for (String id = last; id != null && !id.isEmpty(); id = previous.get(id)) {
      path.add(0, id);
    }
    return new CriticalPath(path, finish.getOrDefault(last, 0));
  }

  /** Task ids from first to last, and the working days that pass on them. */
  public record CriticalPath(List<String> tasks, int workingDays) {
    public CriticalPath {
      tasks = List.copyOf(tasks);
    }
  }

  private static void check(List<Task> tasks, List<Variation> variations) {
    Problems problems = new Problems();
    Set<String> ids = new HashSet<>();
    for (Task task : tasks) {
      if (!ids.add(task.id())) {
        problems.add(
            "tasks/" + task.id(),
            task.id(),
            "Two tasks have the same id.",
            "Give each task an id of its own.");
      }
    }
    for (Task task : tasks) {
      for (String before : task.after()) {
        if (!ids.contains(before)) {
          problems.add(
              "tasks/" + task.id() + "/after",
              before,
              "There is no task of this id in the process.",
              "Name one of " + String.join(", ", ids.stream().sorted().toList()) + ".");
        }
      }
    }
    Set<String> variationIds = new HashSet<>();
    for (Variation variation : variations) {
      if (!variationIds.add(variation.id())) {
        problems.add(
            "variations/" + variation.id(),
            variation.id(),
            "Two variations have the same id.",
            "Give each variation an id of its own.");
      }
      for (Variation.Change change : variation.changes()) {
        if (!ids.contains(change.task())) {
          problems.add(
              "variations/" + variation.id() + "/changes",
              change.task(),
              "There is no task of this id in the process.",
              "Name one of " + String.join(", ", ids.stream().sorted().toList()) + ".");
        }
      }
    }
    if (variations.size() > MOST_VARIATIONS) {
      problems.add(
          "variations",
          variations.size(),
          "A process can have at most " + MOST_VARIATIONS + " variations.",
          "Join some of them.");
    }
    if (problems.isEmpty()) {
      cycles(tasks, problems);
    }
    problems.throwIfAny();
  }

  private static void cycles(List<Task> tasks, Problems problems) {
    SimpleDirectedGraph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    tasks.forEach(t -> graph.addVertex(t.id()));
    for (Task task : tasks) {
      for (String before : task.after()) {
        if (before.equals(task.id())) {
          problems.add(
              "tasks/" + task.id() + "/after",
              before,
              "A task cannot come after itself.",
              "Take it out of its own after.");
          return;
        }
        graph.addEdge(before, task.id());
      }
    }
    Set<String> onCycle = new CycleDetector<>(graph).findCycles();
    if (!onCycle.isEmpty()) {
      List<String> inFileOrder = tasks.stream().map(Task::id).filter(onCycle::contains).toList();
      problems.add(
          "tasks/" + inFileOrder.get(0) + "/after",
          String.join(" → ", inFileOrder),
          "These tasks wait for each other in a circle, so none can begin.",
          "Take one of them out of the after of another.");
    }
  }
}
