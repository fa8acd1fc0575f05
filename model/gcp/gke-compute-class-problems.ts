import { OBJECT_NAME, listed, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import { COMPUTE_CLASS_LABEL } from "../node-pool";
import { NodeCapacity } from "../pool";
import { GkeReservationUse } from "./choices";
import type { GkeComputeClassArgs, GkePriorityArgs } from "./gke-compute-class-args";

/** GKE ComputeClass API, Priority: not more than three priorities can have the same score. */
const MOST_OF_A_SCORE = 3;

/** What GKE refuses of a ComputeClass (the API's own validation and its admission), and rungs that nothing reaches. */
export function computeClassProblems(args: GkeComputeClassArgs): Finding[] {
    return [
        ...classNameProblems(args),
        ...capacityProblems(args),
        ...taintProblems(args),
        ...args.priorities.flatMap(rungProblems),
        ...reservationProblems(args),
        ...scoreProblems(args),
    ];
}

function classNameProblems({ profile }: GkeComputeClassArgs): Finding[] {
    const name = profile.labels?.[COMPUTE_CLASS_LABEL];
    if (name !== undefined) {
        return OBJECT_NAME.accepts(name)
            ? []
            : [
                  problem(
                      ["profile", "labels", COMPUTE_CLASS_LABEL],
                      `is ${quote(name)}, which is not ${OBJECT_NAME.name}`,
                      OBJECT_NAME.fix,
                  ),
              ];
    }
    return [
        problem(
            ["profile", "labels"],
            `lack ${COMPUTE_CLASS_LABEL}, by which pods ask for the class`,
            "make the profile with nodePools.gkeComputeClass",
        ),
    ];
}

/** The rules about spot read the profile of the pods, so it must say what the rungs are. */
function capacityProblems({ profile, priorities }: GkeComputeClassArgs): Finding[] {
    const rung = priorities.findIndex(({ spot }) => spot === true);
    if (rung === -1 || profile.capacity === NodeCapacity.Spot) return [];
    return [
        problem(
            ["profile", "capacity"],
            `is ${profile.capacity ?? NodeCapacity.OnDemand}, and priorities[${rung}] is on spot: pods, prices and rules would take the nodes for others`,
            "give spot: true to nodePools.gkeComputeClass",
        ),
    ];
}

function taintProblems({ profile }: GkeComputeClassArgs): Finding[] {
    return (profile.taints ?? []).flatMap(({ key }, index) => {
        const path = ["profile", "taints", index, "key"];
        if (key === COMPUTE_CLASS_LABEL) {
            return [problem(path, `is ${key}, which GKE sets and tolerates by itself`, "remove the taint")];
        }
        return key.includes("kubernetes.io")
            ? [
                  problem(
                      path,
                      `is ${quote(key)}, and GKE refuses keys with kubernetes.io`,
                      "use another prefix",
                  ),
              ]
            : [];
    });
}

function rungProblems(rung: GkePriorityArgs, index: number): Finding[] {
    const path = ["priorities", index];
    const kinds = (["machineFamily", "machineType", "nodePools"] as const).filter(
        (member) => rung[member] !== undefined,
    );
    if (kinds.length > 1) return [problem(path, `has ${listed(kinds, "and")}`, "keep one of them")];
    if (kinds.length === 0 && rung.accelerator === undefined) {
        return [
            problem(
                path,
                "names no machines, so GKE takes its default family",
                "give machineFamily, machineType, nodePools or accelerator",
            ),
        ];
    }
    const [kind] = kinds;
    const others =
        kind === "nodePools"
            ? Object.keys(rung).filter((member) => member !== kind && member !== "priorityScore")
            : kind === "machineType"
              ? (["minCores", "minMemoryGb"] as const).filter((member) => rung[member] !== undefined)
              : [];
    return others.length === 0
        ? []
        : [
              problem(
                  path,
                  `has ${listed(others, "and")} beside ${String(kind)}, which says it already`,
                  `remove ${listed(others, "and")}`,
              ),
          ];
}

/** Google's guide to compute classes: the fallback to on demand happens below the class, which then sees no failure. */
function reservationProblems({ priorities }: GkeComputeClassArgs): Finding[] {
    const order = priorities
        .map((rung, index) => ({ rung, index }))
        .sort((a, b) => (b.rung.priorityScore ?? 0) - (a.rung.priorityScore ?? 0));
    const last = order.findIndex(({ rung }) => rung.reservations === GkeReservationUse.AnyBestEffort);
    if (last === -1) return [];
    const from = order[last];
    return order
        .slice(last + 1)
        .filter(({ rung }) => rung.spot === true)
        .map(({ index }) =>
            problem(
                ["priorities", index],
                `is on spot and is never tried: priorities[${String(from?.index)}] takes machines on demand where none is reserved`,
                `use ${GkeReservationUse.AnyThenFail} there, or put the rung on spot above it`,
            ),
        );
}

function scoreProblems({ priorities }: GkeComputeClassArgs): Finding[] {
    const scores = priorities.flatMap(({ priorityScore }) => priorityScore ?? []);
    if (scores.length > 0 && scores.length < priorities.length) {
        const without = priorities.findIndex(({ priorityScore }) => priorityScore === undefined);
        return [
            problem(
                ["priorities", without, "priorityScore"],
                "is missing, and other rungs have one",
                "give one to every rung, or to none",
            ),
        ];
    }
    return [...new Set(scores)].flatMap((score) => {
        const count = scores.filter((each) => each === score).length;
        if (count <= MOST_OF_A_SCORE) return [];
        return [
            problem(
                ["priorities"],
                `has ${count} rungs with the priorityScore ${score}`,
                `let at most ${MOST_OF_A_SCORE} share one`,
            ),
        ];
    });
}
