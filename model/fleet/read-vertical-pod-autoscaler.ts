import type { Path } from "../declared";
import type { FieldReader } from "./field-reader";
import type { FleetContainerPolicy, FleetVertical } from "./fleet-vertical";
import { readAmounts } from "./read-amounts";
import { textOr, withDefault } from "./read-scaled-object";

/** VPA's own defaults (1.7.3 `pkg/utils/vpa/api.go`, `pkg/recommender/model/aggregate_container_state.go`). */
const DEFAULT_MODE = "Recreate";
const DEFAULT_CONTAINER_MODE = "Auto";
const DEFAULT_VALUES = "RequestsAndLimits";

/** What VPA sizes of a container of which its author says nothing. */
export const SIZED_RESOURCES: readonly string[] = ["cpu", "memory"];

/** A VerticalPodAutoscaler before it is joined with its target. */
export type UnjoinedVertical = Omit<FleetVertical, "workload" | "scaler" | "intent">;

/** Reads a VerticalPodAutoscaler. */
export function readVerticalPodAutoscaler(reader: FieldReader): UnjoinedVertical {
    const target: Path = ["spec", "targetRef"];
    const update: Path = ["spec", "updatePolicy"];
    const policies: Path = ["spec", "resourcePolicy", "containerPolicies"];
    return {
        declared: reader.declared,
        name: reader.name(["metadata", "name"]),
        namespace: reader.name(["metadata", "namespace"]),
        target: {
            apiVersion: textOr(reader.text([...target, "apiVersion"]), "apps/v1"),
            kind: textOr(reader.text([...target, "kind"]), "Deployment"),
            name: reader.name([...target, "name"]),
        },
        mode: withDefault(reader.text([...update, "updateMode"]), DEFAULT_MODE),
        minReplicas: reader.integer([...update, "minReplicas"]),
        policies: reader.list(policies).map(({ path }) => readPolicy(reader, path)),
        arePoliciesUnknown: reader.isUnknown(policies),
    };
}

function readPolicy(reader: FieldReader, path: Path): FleetContainerPolicy {
    return {
        path,
        container: reader.text([...path, "containerName"]),
        mode: withDefault(reader.text([...path, "mode"]), DEFAULT_CONTAINER_MODE),
        resources: withDefault(reader.texts([...path, "controlledResources"]), SIZED_RESOURCES),
        values: withDefault(reader.text([...path, "controlledValues"]), DEFAULT_VALUES),
        minAllowed: readAmounts(reader, [...path, "minAllowed"]),
        maxAllowed: readAmounts(reader, [...path, "maxAllowed"]),
    };
}
