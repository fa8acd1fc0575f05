import { sameLeaf } from "../declared";
import { FieldReader } from "./field-reader";
import { absent, known } from "./field";
import type { FleetScaler } from "./fleet-scaler";
import type { FleetWarmCapacity } from "./fleet-warm";
import type { FleetWorkload } from "./fleet-workload";
import { isBalloon } from "./is-balloon";
import { isTarget } from "./join-targets";
import { readAmounts } from "./read-amounts";
import { readIntentAnnotation, readWorkload } from "./read-workload";

const BUFFER = "kubernetes:autoscaling.x-k8s.io/v1beta1:CapacityBuffer";
const POD_TEMPLATE = "kubernetes:core/v1:PodTemplate";

/** Where the pods that a buffer keeps room for are described. */
const TEMPLATE_REF = ["spec", "podTemplateRef"];
const SCALABLE_REF = ["spec", "scalableRef"];

/** Reads what keeps room free: placeholders that nothing scales, and CapacityBuffers with the pods that they refer to. */
export function readWarm(
    readers: readonly FieldReader[],
    workloads: readonly FleetWorkload[],
    scalers: readonly FleetScaler[],
): FleetWarmCapacity[] {
    const buffers = readers.filter(({ declared: { type } }) => type === BUFFER);
    const templates =
        buffers.length === 0 ? [] : readers.filter(({ declared: { type } }) => type === POD_TEMPLATE);
    const described = templates.map((reader) => readWorkload(reader, ["template"]));
    const scaled = new Set(scalers.map(({ workload }) => workload));
    return [
        ...workloads.filter((each) => isBalloon(each) && !scaled.has(each)).map(balloons),
        ...buffers.map((reader) => buffer(reader, described, workloads, scalers)),
    ];
}

/** The API server makes one replica where none is stated. */
function balloons(workload: FleetWorkload): FleetWarmCapacity {
    const { declared, name, namespace, intent } = workload;
    const nothing = new FieldReader(declared);
    const replicas =
        workload.replicas.value === undefined ? { ...workload.replicas, value: 1 } : workload.replicas;
    return {
        declared,
        name,
        namespace,
        kind: "balloons",
        pods: workload,
        replicas,
        percentage: absent(["spec"]),
        limits: readAmounts(nothing, ["spec", "limits"]),
        scaler: undefined,
        strategy: absent(["spec"]),
        intent,
    };
}

function buffer(
    reader: FieldReader,
    templates: readonly Omit<FleetWorkload, "disruptionBudgets">[],
    workloads: readonly FleetWorkload[],
    scalers: readonly FleetScaler[],
): FleetWarmCapacity {
    const namespace = reader.name(["metadata", "namespace"]);
    const template = reader.name([...TEMPLATE_REF, "name"]);
    const referring = {
        name: reader.name(["metadata", "name"]),
        namespace,
        target: {
            apiVersion: "",
            kind: known(reader.text([...SCALABLE_REF, "kind"])) ?? "",
            name: reader.name([...SCALABLE_REF, "name"]),
        },
    };
    const workload = workloads.find((each) => isTarget(each, referring));
    const described = templates.find(
        (each) =>
            template !== undefined &&
            each.name !== undefined &&
            sameLeaf(each.name, template) &&
            sameLeaf(each.namespace, namespace),
    );
    const scaler = workload === undefined ? undefined : scalers.find((each) => each.workload === workload);
    return {
        declared: reader.declared,
        name: referring.name,
        namespace,
        kind: "buffer",
        pods: described ?? workload,
        replicas: reader.integer(["spec", "replicas"]),
        percentage: reader.integer(["spec", "percentage"]),
        limits: readAmounts(reader, ["spec", "limits"]),
        scaler,
        strategy: reader.text(["spec", "provisioningStrategy"]),
        intent: readIntentAnnotation(reader) ?? workload?.intent,
    };
}
