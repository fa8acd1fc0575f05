import { valueAt } from "../declared";
import type { TeamPool } from "./team";

/** Where each kind keeps its pod's spec. */
const POD_SPECS = [
    ["spec", "template", "spec"],
    ["spec", "jobTargetRef", "template", "spec"],
];

/** The ports that the containers of a pool listen on, sidecars included, as far as they are known. */
export function poolPorts({ declared }: TeamPool): number[] {
    const containers = declared.flatMap(({ object }) =>
        POD_SPECS.flatMap((path) =>
            ["containers", "initContainers"].flatMap((list) => listAt(object, [...path, list])),
        ),
    );
    const ports = containers.flatMap((container) => listAt(container, ["ports"]));
    const numbers = ports
        .map((port) => valueAt(port, ["containerPort"]))
        .filter((port) => typeof port === "number");
    return [...new Set(numbers)].sort((a, b) => a - b);
}

function listAt(object: unknown, path: readonly string[]): readonly unknown[] {
    const list = valueAt(object, path);
    return Array.isArray(list) ? list : [];
}
