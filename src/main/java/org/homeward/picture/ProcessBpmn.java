package org.homeward.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;

/** A process as BPMN 2.0 with its diagram, so that a BPMN editor opens it. */
public final class ProcessBpmn {

  private static final int LEFT = 160;
  private static final int TOP = 80;
  private static final int EVENT = 36;

  private final BpmnModelInstance model = Bpmn.createEmptyModel();
  private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
  private final Map<String, int[]> bounds = new LinkedHashMap<>();
  private final TaskLayout layout;
  private final Process process;
  private final BpmnPlane plane;

  private ProcessBpmn(ProcessGraph graph) {
    layout = TaskLayout.of(graph);
    Definitions definitions = model.newInstance(Definitions.class, "definitions");
    definitions.setTargetNamespace("urn:homeward:process");
    model.setDefinitions(definitions);
    process = child(definitions, Process.class, graph.id());
    process.setName(graph.name());
    process.setExecutable(false);
    BpmnDiagram diagram = model.newInstance(BpmnDiagram.class, "diagram");
    definitions.addChildElement(diagram);
    plane = model.newInstance(BpmnPlane.class, "plane");
    plane.setBpmnElement(process);
    diagram.addChildElement(plane);
  }

  /** The XML text, valid against the BPMN schema: the same for the same process, byte for byte. */
  public static String of(ProcessGraph graph) {
    ProcessBpmn bpmn = new ProcessBpmn(graph);
    bpmn.draw(graph);
    return Bpmn.convertToString(bpmn.model);
  }

  private void draw(ProcessGraph graph) {
    int middle = TOP + layout.height() / 2 - EVENT / 2;
    place(child(process, StartEvent.class, "start"), 60, middle, EVENT, EVENT);
    for (Task task : graph.tasks()) {
      UserTask node = child(process, UserTask.class, "task-" + task.id());
      node.setName(task.name());
      Documentation documentation = model.newInstance(Documentation.class, "minutes-" + task.id());
      documentation.setTextContent(words(task));
      node.addChildElement(documentation);
      TaskLayout.Box box = layout.box(task.id());
      place(node, LEFT + box.x(), TOP + box.y(), TaskLayout.WIDTH, TaskLayout.HEIGHT);
    }
    place(child(process, EndEvent.class, "end"), LEFT + layout.width() + 60, middle, EVENT, EVENT);
    for (Task task : graph.tasks()) {
      task.after().forEach(before -> connect("task-" + before, "task-" + task.id()));
      if (task.after().isEmpty()) {
        connect("start", "task-" + task.id());
      }
      if (graph.tasks().stream().noneMatch(t -> t.after().contains(task.id()))) {
        connect("task-" + task.id(), "end");
      }
    }
  }

  private static String words(Task task) {
    String minutes =
        task.minutes().stream()
            .map(m -> m.role() + " " + m.minutes() + " " + m.category().code())
            .collect(Collectors.joining(", "));
    return "Minutes of one doing: "
        + minutes
        + ". Share of cases "
        + task.share().toPlainString()
        + ", times "
        + task.times().toPlainString()
        + ", working days "
        + task.elapsed()
        + ".";
  }

  private <T extends BpmnModelElementInstance> T child(
      BpmnModelElementInstance parent, Class<T> type, String id) {
    T element = model.newInstance(type, id);
    parent.addChildElement(element);
    return element;
  }

  private void place(FlowNode node, int x, int y, int width, int height) {
    nodes.put(node.getId(), node);
    bounds.put(node.getId(), new int[] {x, y, width, height});
    BpmnShape shape = model.newInstance(BpmnShape.class, "shape-" + node.getId());
    shape.setBpmnElement(node);
    Bounds at = model.newInstance(Bounds.class);
    at.setX(x);
    at.setY(y);
    at.setWidth(width);
    at.setHeight(height);
    shape.setBounds(at);
    plane.addChildElement(shape);
  }

  private void connect(String from, String to) {
    FlowNode source = nodes.get(from);
    FlowNode target = nodes.get(to);
    int[] a = bounds.get(from);
    int[] b = bounds.get(to);
    if (source == null || target == null || a == null || b == null) {
      throw new IllegalStateException("No node " + from + " or " + to);
    }
    SequenceFlow flow = child(process, SequenceFlow.class, from + "-to-" + to);
    flow.setSource(source);
    flow.setTarget(target);
    source.getOutgoing().add(flow);
    target.getIncoming().add(flow);
    BpmnEdge edge = model.newInstance(BpmnEdge.class, "edge-" + flow.getId());
    edge.setBpmnElement(flow);
    edge.addChildElement(waypoint(a[0] + a[2], a[1] + a[3] / 2));
    edge.addChildElement(waypoint(b[0], b[1] + b[3] / 2));
    plane.addChildElement(edge);
  }

  private Waypoint waypoint(int x, int y) {
    Waypoint point = model.newInstance(Waypoint.class);
    point.setX(x);
    point.setY(y);
    return point;
  }
}
