import { showLeaf } from "../declared";
import type { CostPoint, CostReport, PoolCost, WarmCost } from "../cost";
import { isBalloon } from "../fleet";
import { formatPodSize, formatUsd, isWithinBudget } from "../cost";
import { count, duration, plainNumber } from "./count";

/**
 * A cost report as lines: one for each pool with its numbers, one for each thing that follows from them, the total, and
 * what the prices are.
 *
 * @example
 * research: floor $0, scheduled $212, ceiling $3,545 a month at 50 x (2 vCPU, 8 GiB); budget $500: over by $3,045, fits at maxReplicas <= 7
 */
export function costCard(report: CostReport): string[] {
    const { pools, warm, total } = report;
    return [
        ...pools.flatMap(poolLines),
        ...warm.flatMap(warmLines),
        ...(pools.length + warm.length > 1
            ? [
                  `all: floor ${formatUsd(total.floorUsdPerMonth)}, scheduled ${formatUsd(total.scheduledUsdPerMonth)}, ceiling ${formatUsd(total.ceilingUsdPerMonth)} a month${unpricedNote([...pools, ...warm])}`,
              ]
            : []),
        ...(pools.length + warm.length > 0 ? costBasis(report) : []),
    ];
}

function poolLines(pool: PoolCost): string[] {
    const { scaler, unpriced, pod, vertical, floor, scheduled, ceiling } = pool;
    const room = scaler.workload !== undefined && isBalloon(scaler.workload) ? " (warm capacity)" : "";
    const name = `${showLeaf(scaler.name ?? "")}${room}`;
    if (unpriced !== undefined || pod === undefined || floor === undefined || ceiling === undefined) {
        return [
            `${name}: not priced: ${unpriced === undefined ? "its numbers are not known" : `${unpriced.reason}; ${unpriced.fix}`}`,
        ];
    }
    const differs = scheduled !== undefined && Math.abs(scheduled.usdPerMonth - floor.usdPerMonth) > 0.005;
    const parts = [
        `floor ${formatUsd(floor.usdPerMonth)}`,
        ...(differs ? [`scheduled ${formatUsd(scheduled.usdPerMonth)}`] : []),
        `ceiling ${formatUsd(ceiling.usdPerMonth)} a month at ${ceiling.replicas} x (${formatPodSize(vertical?.pod ?? pod)})${nodes(ceiling)}`,
    ];
    return [
        `${name}: ${parts.join(", ")}${budgetPart(pool, ceiling)}`,
        ...verticalLines(pool),
        ...shareLine(pool),
        ...idleLine(pool),
    ];
}

function nodes({ nodes: number }: CostPoint): string {
    return number === undefined ? "" : ` on ${count(number, "nodes")}`;
}

function budgetPart({ budget }: PoolCost, ceiling: CostPoint): string {
    if (budget === undefined) return "";
    const { usdPerMonth, replicas = 0 } = budget;
    const text = `; budget ${formatUsd(usdPerMonth)}`;
    if (isWithinBudget(ceiling.usdPerMonth, usdPerMonth)) return `${text}: within it`;
    const fits = replicas === 0 ? "pays for no replica" : `fits at maxReplicas <= ${replicas}`;
    return `${text}: over by ${formatUsd(ceiling.usdPerMonth - usdPerMonth)}, ${fits}`;
}

/** What a VerticalPodAutoscaler may add to the ceiling, and what it may add beyond it. */
function verticalLines({ pod, vertical }: PoolCost): string[] {
    if (pod === undefined || vertical === undefined) return [];
    const [now, most] = [formatPodSize(pod), formatPodSize(vertical.pod)];
    return [
        ...(now === most
            ? []
            : [
                  `  its VerticalPodAutoscaler may raise a pod from (${now}) to (${most}), which the ceiling counts`,
              ]),
        ...(vertical.unbounded.length === 0
            ? []
            : [
                  `  its VerticalPodAutoscaler has no upper bound for ${vertical.unbounded.join(" and ")}: the ceiling counts what a pod requests now, and may be passed`,
              ]),
    ];
}

/** What the numbers below the ceiling take for granted of pods on two kinds of nodes. */
function shareLine({ scaler }: PoolCost): string[] {
    const { capacity, onDemandShare } = scaler.intent?.nodePool ?? {};
    if (capacity !== "SpotPreferred" || onDemandShare === undefined) return [];
    return [
        `  meant to run ${plainNumber(onDemandShare)} % on demand and the rest on spot, as nearly as a scheduler spreads them; the ceiling counts all on demand`,
    ];
}

/** What room costs while nobody takes it. */
function warmLines({ warm, unpriced, pod, floor, ceiling }: WarmCost): string[] {
    const name = `${showLeaf(warm.name ?? "")} (warm capacity)`;
    if (unpriced !== undefined || pod === undefined || floor === undefined || ceiling === undefined) {
        return [
            `${name}: not priced: ${unpriced === undefined ? "its numbers are not known" : `${unpriced.reason}; ${unpriced.fix}`}`,
        ];
    }
    const most = ceiling.replicas === floor.replicas ? "" : ` to ${ceiling.replicas}`;
    return [
        `${name}: ${formatUsd(floor.usdPerMonth)} a month for room for ${floor.replicas}${most} x (${formatPodSize(pod)})${nodes(floor)}`,
        ...headroomLine(warm, floor),
    ];
}

/** What room is paid for: the wait for a node. A pod that starts there still starts. */
function headroomLine({ intent }: Pick<WarmCost["warm"], "intent">, { replicas }: CostPoint): string[] {
    const seconds = intent?.headroom?.coldStartSeconds;
    if (replicas === 0) return [];
    const number = count(Number(replicas.toFixed(1)), "pods");
    const start = seconds === undefined ? "" : `, only for their own cold start of ${duration(seconds)}`;
    return [`  for which the first ${number} wait for no new node${start}`];
}

/** What the replicas that always run are paid for: a cold start that nobody waits for. */
function idleLine({ scaler, floor, scheduled }: PoolCost): string[] {
    const idle = scheduled ?? floor;
    if (scaler.workload !== undefined && isBalloon(scaler.workload)) {
        return idle === undefined ? [] : headroomLine(scaler, idle);
    }
    const seconds = scaler.intent?.task?.coldStartSeconds;
    if (seconds === undefined || seconds === 0 || idle === undefined) return [];
    if (idle.replicas === 0) {
        return [
            `  nothing idles, and the first task after a pause waits ${duration(seconds)} for a cold start`,
        ];
    }
    const replicas = count(Number(idle.replicas.toFixed(1)), "idle replicas");
    return [
        `  ${replicas} on average: ${formatUsd(idle.usdPerMonth)} a month, for which the first tasks wait for no cold start of ${duration(seconds)}`,
    ];
}

function unpricedNote(pools: readonly Pick<PoolCost, "unpriced">[]): string {
    const missing = pools.filter(({ unpriced }) => unpriced !== undefined).length;
    return missing === 0 ? "" : `, and ${count(missing, "pools")} without a price`;
}

/** The machines by which pools are priced whose nodes cost more than their requests. */
function machinesOf(pools: readonly PoolCost[]): string {
    const machines = pools.flatMap(({ scaler, ceiling }) =>
        ceiling?.nodes === undefined ? [] : (scaler.intent?.nodePool?.node?.instanceType ?? []),
    );
    const unique = [...new Set(machines)].sort();
    return unique.length === 0 ? "" : `, nodes as ${unique.join(", ")}`;
}

/** What the prices of a report are, and what is in none of them. */
export function costBasis({ basis, excluded, pools }: CostReport): string[] {
    const { name, region, asOf, commitmentDiscount, spotDiscount } = basis;
    const share = (value: number): string => `${plainNumber(value * 100)} %`;
    const discounts = [
        ...(commitmentDiscount > 0 ? [`${share(commitmentDiscount)} off the floor by commitments`] : []),
        ...(spotDiscount === undefined ? [] : [`${share(spotDiscount)} off on spot`]),
    ];
    const place = region === undefined ? "" : ` in ${region}`;
    return [
        `prices: ${name}${place} as of ${asOf}${machinesOf(pools)}${discounts.map((each) => `, ${each}`).join("")}; ceilings at the price on demand`,
        `not in them: ${excluded.join(", ")}`,
    ];
}
