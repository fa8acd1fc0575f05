import type { Fleet, FleetNodeCapacity, FleetScaler } from "../fleet";
import { isBalloon, nodeCapacity } from "../fleet";
import { archetypeOf } from "./archetype-of";
import type { Breach, Rule } from "./rule";

/** Work on spot nodes that does not survive the loss of its node. */
export const spotSafe: Rule = {
    id: "spot-safe",
    severity: "warning",
    impact: "high",
    tags: ["disruption", "spot"],
    title: "What runs on spot nodes survives their loss: its tasks come back, and its state is elsewhere.",
    why: "The cloud takes spot nodes at any hour, often many at once; what was only there is gone.",
    source: "AWS and GKE spot guidance: stateless work that can be interrupted; the table of archetypes",
    *check({ scalers }: Fleet) {
        for (const { workload, intent } of scalers) {
            // Placeholders have no tasks.
            if (workload === undefined || isBalloon(workload)) continue;
            // Capacity that is not known is noted by spot-grace.
            const capacity = nodeCapacity(workload, intent);
            if (capacity?.capacity === "Spot") yield* checkWork(intent, capacity);
        }
    },
};

function* checkWork(intent: FleetScaler["intent"], capacity: FleetNodeCapacity): Generator<Breach> {
    const { declared, path, by } = capacity;
    const archetype = archetypeOf(intent);
    if (archetype?.spot.value === false) {
        yield {
            declared,
            path,
            message: `a ${archetype.name} runs on spot nodes (${by}): ${archetype.spot.reason}`,
            fix: "use nodes on demand",
        };
    }
    const { redelivered, interruptible, state } = intent?.task ?? {};
    if (state === "Memory") {
        yield {
            declared,
            path,
            message: `agents on spot nodes (${by}) keep in their pods what they must not lose`,
            fix: "keep it outside of the pod, or use nodes on demand",
        };
    }
    if (redelivered === true || interruptible === true) return;
    const lost = certainlyLost(intent, capacity);
    if (lost !== undefined) {
        yield {
            declared,
            path,
            severity: "error",
            message: `the longest tasks take ${lost.seconds} s, a spot node (${by}) leaves them ${lost.notice} s, and what it cuts off is neither delivered again nor saved`,
            fix: "use nodes on demand, deliver tasks again, or let them save their progress",
        };
        return;
    }
    const isDeclared = redelivered === false || interruptible === false;
    yield {
        declared,
        path,
        ...(isDeclared ? {} : { severity: "note" as const }),
        message: isDeclared
            ? `a task that loses its spot node (${by}) is neither delivered again nor saved`
            : `the pods run on spot nodes (${by}), and whether a task that was cut off comes back is not declared`,
        fix: isDeclared
            ? "deliver tasks again, let them save their progress, or use nodes on demand"
            : "declare whether tasks are redelivered or interruptible",
    };
}

/** Tasks of which the author says that their nodes are taken away, that the notice is too short, and that none comes back. */
function certainlyLost(
    intent: FleetScaler["intent"],
    { noticeSeconds: notice }: FleetNodeCapacity,
): { readonly seconds: number; readonly notice: number } | undefined {
    const { redelivered, p99Seconds: seconds } = intent?.task ?? {};
    // Of SpotPreferred the long tasks may be on the share on demand, and a label is no statement of the author's.
    if (intent?.nodePool?.capacity !== "Spot" || redelivered !== false) return undefined;
    return seconds === undefined || notice === undefined || seconds <= notice
        ? undefined
        : { seconds, notice };
}
