import type { Path } from "../declared";
import { valueAt } from "../declared";
import type { FieldReader } from "./field-reader";
import type { FleetScaler, FleetScalingRules } from "./fleet-scaler";

/** Reads an autoscaling/v2 behavior; KEDA's ScaledObject carries the same object. */
export function readBehavior(reader: FieldReader, path: Path): FleetScaler["behavior"] {
    return {
        scaleUp: readRules(reader, [...path, "scaleUp"]),
        scaleDown: readRules(reader, [...path, "scaleDown"]),
    };
}

function readRules(reader: FieldReader, path: Path): FleetScalingRules {
    return {
        stabilizationWindowSeconds: reader.integer([...path, "stabilizationWindowSeconds"]),
        selectPolicy: reader.text([...path, "selectPolicy"]),
        policiesPath: Array.isArray(valueAt(reader.declared.object, [...path, "policies"]))
            ? [...path, "policies"]
            : undefined,
        policies: reader.list([...path, "policies"]).map((policy) => ({
            path: policy.path,
            type: reader.text([...policy.path, "type"]),
            value: reader.integer([...policy.path, "value"]),
            periodSeconds: reader.integer([...policy.path, "periodSeconds"]),
        })),
    };
}
