import type { Declared } from "../../model/declared";
import { formatPath, isPulumiObject, pulumiObject } from "../../model/declared";
import type { OfflineRun } from "./transcript";

/** The Kubernetes objects that a program registered. */
export function toDeclared(run: Pick<OfflineRun, "registrations">): Declared[] {
    return run.registrations
        .filter(({ type, custom }) => custom && isPulumiObject(type))
        .map(({ type, inputs, ignoreChanges, deleteBeforeReplace, dependsOn, urn, source }) => ({
            type,
            object: pulumiObject(type, inputs),
            options: { ignoreChanges, deleteBeforeReplace, dependsOn },
            urn,
            origin: (path) => ({ argument: formatPath(path), ...source }),
        }));
}
