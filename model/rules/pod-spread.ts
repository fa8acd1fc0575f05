import { valueAt, isHidden } from "../declared";
import type { Fleet, FleetWorkload } from "../fleet";
import { known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const REPLICAS = 3;

/** Pools that one node takes down. */
export const podSpread: Rule = {
    id: "pod-spread",
    severity: "warning",
    impact: "medium",
    tags: ["disruption", "pods"],
    from: "standard",
    settings: {
        replicas: {
            shape: { kind: "integer", min: 2 },
            meaning: "The ceiling from which on the pods must say how they share nodes and zones.",
            value: REPLICAS,
        },
    },
    title: "The pods of a large pool say how they share nodes and zones.",
    why: "The scheduler's own rule is a loose wish: it may put three more on one node, and all of them are lost with it.",
    source: "Kubernetes pkg/scheduler podtopologyspread systemDefaultConstraints: maxSkew 3 by node, 5 by zone, ScheduleAnyway",
    *check({ scalers }: Fleet, { settings }) {
        const least = settings.number("replicas") ?? REPLICAS;
        for (const { workload, jobs, max } of scalers) {
            // A ceiling that is not known is noted by scale-bounds; each job ends by itself, wherever it runs.
            const ceiling = known(max) ?? 0;
            if (workload === undefined || jobs !== undefined || ceiling < least) continue;
            yield* checkPod(workload, ceiling);
        }
    },
};

function* checkPod(
    { declared, podSpec, podSpecPath, isPodSpecUnknown }: FleetWorkload,
    ceiling: number,
): Generator<Breach> {
    const path = [...podSpecPath, "topologySpreadConstraints"];
    const constraints = valueAt(podSpec, ["topologySpreadConstraints"]) ?? undefined;
    // Pods that seek each other are packed on purpose.
    const [together, apart] = ["podAffinity", "podAntiAffinity"].map(
        (member) => valueAt(podSpec, ["affinity", member]) ?? undefined,
    );
    // A pod of which nothing is known is noted by container-image.
    if (isPodSpecUnknown || isSaid(constraints) || isSaid(together) || isSaid(apart)) return;
    const members = { topologySpreadConstraints: constraints, affinity: together ?? apart };
    for (const [member, value] of Object.entries(members)) {
        if (!isHidden(value)) continue;
        yield notChecked(declared, [...podSpecPath, member], "how the pods share nodes");
        return;
    }
    yield {
        declared,
        path,
        message: `nothing says how up to ${ceiling} replicas share nodes and zones: one lost node may take several of them`,
        fix: "add topologySpreadConstraints over kubernetes.io/hostname and topology.kubernetes.io/zone, with whenUnsatisfiable ScheduleAnyway",
    };
}

/** Whether something is there that is known and not empty. */
function isSaid(value: unknown): boolean {
    return typeof value === "object" && value !== null && !isHidden(value) && Object.keys(value).length > 0;
}
