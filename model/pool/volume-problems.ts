import { listed, problem, quote } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import { nearest } from "../findings";
import type { AgentPoolArgs } from "./args";
import type { AnyContainerArgs } from "./container-args";
import type { WorkloadArgs } from "./workload-args";

/** What the pool's own container is called in its pod, and the beginning of every scratch volume's name. */
const OWN = { container: "agent", volume: "tmp" } as const;
const SCRATCH_PREFIX = `${OWN.volume}-`;
/** An RFC 1123 label, which `tmp-` and a container's name become. */
const LONGEST_NAME = 63 - SCRATCH_PREFIX.length;

/** Names that are taken, mounts of what is not there, and volumes that nobody mounts. */
export function volumeProblems({ workload }: AgentPoolArgs): Finding[] {
    if (workload.container === undefined) return [];
    const containers = containersOf(workload);
    const claims = (workload.statefulSet?.claimTemplates ?? []).map(({ name }) => name);
    const volumes = (workload.volumes ?? []).map(({ name }) => name);
    const mounted = new Set(
        containers.flatMap(({ args }) => (args.volumeMounts ?? []).map(({ name }) => name)),
    );
    return [
        ...containerNames(workload),
        ...volumes.flatMap((name, index) => {
            const at = ["workload", "volumes", index];
            const isTaken =
                claims.includes(name) ||
                volumes.indexOf(name) < index ||
                name === OWN.volume ||
                name.startsWith(SCRATCH_PREFIX);
            if (isTaken)
                return [problem([...at, "name"], `is ${quote(name)}, which is taken`, "choose another")];
            return mounted.has(name)
                ? []
                : [problem(at, "has no effect: no container mounts it", "mount it, or remove it")];
        }),
        ...containers.flatMap(({ args, at }) => [
            ...mountProblems(args, at, [...volumes, ...claims]),
            ...variableProblems(args, at),
        ]),
    ];
}

interface PlacedContainer {
    readonly args: AnyContainerArgs;
    readonly at: Path;
}

function containersOf({ container, sidecars = [], initContainers = [] }: WorkloadArgs): PlacedContainer[] {
    const placed = (list: string, items: readonly AnyContainerArgs[]): PlacedContainer[] =>
        items.map((args, index) => ({ args, at: ["workload", list, index] }));
    return [
        ...(container === undefined ? [] : [{ args: container, at: ["workload", "container"] }]),
        ...placed("sidecars", sidecars),
        ...placed("initContainers", initContainers),
    ];
}

function containerNames({ sidecars = [], initContainers = [] }: WorkloadArgs): Finding[] {
    const seen = new Set<string>([OWN.container]);
    const lists = { sidecars, initContainers };
    return Object.entries(lists).flatMap(([list, containers]) =>
        containers.flatMap(({ name }, index) => {
            const path = ["workload", list, index, "name"];
            if (seen.has(name)) return [problem(path, `is ${quote(name)}, which is taken`, "choose another")];
            seen.add(name);
            return name.length <= LONGEST_NAME
                ? []
                : [
                      problem(
                          path,
                          `has ${name.length} characters, and its scratch volume leaves room for ${LONGEST_NAME}`,
                          `use ${LONGEST_NAME} characters or fewer`,
                      ),
                  ];
        }),
    );
}

function mountProblems(
    { volumeMounts = [] }: AnyContainerArgs,
    at: Path,
    names: readonly string[],
): Finding[] {
    const paths = new Set<string>();
    return volumeMounts.flatMap(({ name, mountPath }, index) => {
        const place = [...at, "volumeMounts", index];
        const findings: Finding[] = [];
        if (!names.includes(name)) {
            const meant = nearest(name, names);
            const fix =
                names.length === 0
                    ? "declare it in workload.volumes"
                    : meant === undefined
                      ? `use ${listed(names)}`
                      : `did you mean ${meant}?`;
            findings.push(problem([...place, "name"], `is ${quote(name)}, and there is no such volume`, fix));
        }
        if (paths.has(mountPath)) {
            const message = `is ${quote(mountPath)}, where another volume is mounted`;
            findings.push(problem([...place, "mountPath"], message, "choose another"));
        }
        paths.add(mountPath);
        return findings;
    });
}

/** A variable that is given twice: Kubernetes would take the last one without a word. */
function variableProblems(
    { env = {}, secretEnv = {}, configEnv = {} }: AnyContainerArgs,
    at: Path,
): Finding[] {
    const seen = new Map<string, string>();
    return Object.entries({ env, secretEnv, configEnv }).flatMap(([member, variables]) =>
        Object.keys(variables).flatMap((name) => {
            const first = seen.get(name);
            seen.set(name, member);
            return first === undefined
                ? []
                : [problem([...at, member, name], `is given in ${first} too`, "keep one of the two")];
        }),
    );
}
