import { listed, problem, quote } from "../arguments";
import { valueAt } from "../declared";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";

/** The name of the container that a pool makes from `workload.container`. */
export const CONTAINER_NAME = "agent";

const AT = ["vertical", "container"];

/** The one container that a VerticalPodAutoscaler sizes: what was given, or the only one there is. */
export function sizedContainer({ vertical, workload }: AgentPoolArgs): string | undefined {
    if (vertical?.container !== undefined) return vertical.container;
    if (workload.container !== undefined) return CONTAINER_NAME;
    const names = templateContainers(workload.podTemplate);
    return names?.length === 1 ? names[0] : undefined;
}

/** A container that is not there, or of which it is not clear which one is meant. */
export function containerProblems(args: AgentPoolArgs): Finding[] {
    const { vertical, workload } = args;
    const given = vertical?.container;
    if (workload.container !== undefined) {
        if (given === undefined || given === CONTAINER_NAME) return [];
        const message = `is ${quote(given)}, and VPA sizes ${quote(CONTAINER_NAME)} only: it leaves sidecars and init containers alone`;
        return [problem(AT, message, "remove it")];
    }
    const names = workload.existing === undefined ? templateContainers(workload.podTemplate) : undefined;
    if (given !== undefined) {
        return names === undefined || names.includes(given)
            ? []
            : [problem(AT, `is ${quote(given)}, which the pod template does not have`, useOne(names))];
    }
    if (sizedContainer(args) !== undefined) return [];
    return names === undefined
        ? [
              problem(
                  AT,
                  "is missing: which containers the pods have is not known here",
                  "name the one to size",
              ),
          ]
        : [problem(AT, `is missing: the pod template has ${names.length} containers`, useOne(names))];
}

function useOne(names: readonly string[]): string {
    return names.length === 0 ? "give the template a container" : `use ${listed(names.map(quote))}`;
}

/** The names of a template's containers; `undefined` where they are not all plain. */
function templateContainers(template: unknown): readonly string[] | undefined {
    const containers = valueAt(template, ["spec", "containers"]);
    if (!Array.isArray(containers)) return undefined;
    const names = containers.map((container: unknown) => valueAt(container, ["name"]));
    return names.every((name) => typeof name === "string") ? names : undefined;
}
