import type { Declared } from "../../model/declared";
import { cloudObject, formatPath, isCloudType, isPulumiObject, pulumiObject } from "../../model/declared";
import type { OfflineRun } from "./transcript";

/** The Kubernetes objects that a program registered, and the resources of clouds that rules read. */
export function toDeclared(run: Pick<OfflineRun, "registrations">): Declared[] {
    return run.registrations
        .filter(({ type, custom }) => custom && (isCloudType(type) || isPulumiObject(type)))
        .map(({ type, name, inputs, ignoreChanges, deleteBeforeReplace, dependsOn, urn, source }) => ({
            type,
            object: isCloudType(type) ? cloudObject(type, name, inputs) : pulumiObject(type, inputs),
            options: { ignoreChanges, deleteBeforeReplace, dependsOn },
            urn,
            origin: (path) => ({ argument: formatPath(path), ...source }),
        }));
}
