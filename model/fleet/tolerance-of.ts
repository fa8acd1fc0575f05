import { DEFAULT_TOLERANCE, Quantity, parseQuantity } from "../capacity";
import { Secret, Unknown, valueAt } from "../declared";
import type { Field } from "./field";
import type { FleetScaler } from "./fleet-scaler";

/** The share around its target in which a number changes nothing, in one direction, with the cluster's where none is given. */
export function toleranceOf(
    { declared, behavior }: Pick<FleetScaler, "declared" | "behavior">,
    direction: keyof FleetScaler["behavior"],
): Field<number> {
    const path = [...behavior[direction].stabilizationWindowSeconds.path.slice(0, -1), "tolerance"];
    const value = valueAt(declared.object, path);
    if (value instanceof Unknown || value instanceof Secret) {
        return { path, value: new Unknown("tolerance", value.identity) };
    }
    const share = parseQuantity(value);
    return { path, value: share instanceof Quantity ? share.toNumber() : DEFAULT_TOLERANCE };
}
