import { groupBy } from "../fleet";
import type { CostReport } from "./cost-report";
import { roundToCents } from "./money";
import type { CostPoint } from "./pool-cost";
import type { PriceGap } from "./price-gap";
import { poolName, warmName } from "./pool-name";

/** How what can be paid at the most changes. */
export interface CeilingChange {
    /** US dollars a month before; 0 where there was nothing. */
    readonly beforeUsdPerMonth: number;
    /** US dollars a month after; 0 where there is nothing any more. */
    readonly afterUsdPerMonth: number;
    readonly changeUsdPerMonth: number;
    /** The change as a share of what was before; absent where that was nothing. */
    readonly share?: number;
}

/** What becomes of one pool; an amount that has no price is absent, and so is the change. */
export interface PoolChange extends Partial<CeilingChange> {
    /** Its namespace and name, by which both sides are joined. */
    readonly name: string;
    readonly state: "new" | "gone" | "kept";
    /** Why a side has no price. */
    readonly unpriced?: string;
}

/** What a change of manifests does to the ceilings of their pools. */
export interface CostIncrease {
    /** The largest changes first, then those without a price. */
    readonly pools: readonly PoolChange[];
    /** Of the pools whose change is known. */
    readonly total: CeilingChange;
}

/**
 * Compares what is proposed with what is deployed: each pool's ceiling, joined by namespace and name. A pool without a
 * price on one side is in no sum, so that a price that is lost does not look like money saved.
 *
 * @example costIncrease(price(deployed), price(proposed)).total.share // 0.25
 */
export function costIncrease(before: CostReport, after: CostReport): CostIncrease {
    const shared = new Set([...sharedNames(before), ...sharedNames(after)]);
    const [old, current] = [byName(before, shared), byName(after, shared)];
    const names = [...new Set([...old.keys(), ...current.keys()])];
    const pools = names.flatMap((name) => {
        const [left, right] = [old.get(name) ?? [], current.get(name) ?? []];
        const pairs = Math.max(left.length, right.length);
        return Array.from({ length: pairs }, (_, index) => poolChange(name, left[index], right[index]));
    });
    const compared = pools.filter(({ changeUsdPerMonth }) => changeUsdPerMonth !== undefined);
    const sum = (side: "beforeUsdPerMonth" | "afterUsdPerMonth"): number =>
        compared.reduce((total, pool) => total + (pool[side] ?? 0), 0);
    return {
        pools: pools.sort(byChange),
        total: ceilingChange(sum("beforeUsdPerMonth"), sum("afterUsdPerMonth")),
    };
}

/** What is compared: a pool, or room that is kept. */
interface Priced {
    readonly name: string;
    readonly kind: string;
    readonly ceiling?: CostPoint;
    readonly unpriced?: PriceGap;
}

function pricedOf({ pools, warm }: CostReport): Priced[] {
    return [
        ...pools.map((pool) => ({
            ...pool,
            name: poolName(pool),
            kind: pool.scaler.declared.object.kind,
        })),
        ...warm.map((each) => ({ ...each, name: warmName(each), kind: each.warm.declared.object.kind })),
    ];
}

/** Names that two of them have, of which one is not the other's successor. */
function sharedNames(report: CostReport): string[] {
    const seen = new Set<string>();
    return pricedOf(report)
        .map(({ name }) => name)
        .filter((name) => seen.has(name) || !seen.add(name));
}

/** All of them by name, and by kind too where a name is shared. */
function byName(report: CostReport, shared: ReadonlySet<string>): ReadonlyMap<string, readonly Priced[]> {
    return groupBy(pricedOf(report), ({ name, kind }) => (shared.has(name) ? `${name} (${kind})` : name));
}

function poolChange(name: string, before: Priced | undefined, after: Priced | undefined): PoolChange {
    const state = before === undefined ? "new" : after === undefined ? "gone" : "kept";
    const gap = (after?.unpriced ?? before?.unpriced)?.reason;
    const [left, right] = [before?.ceiling?.usdPerMonth, after?.ceiling?.usdPerMonth];
    if (gap === undefined) return { name, state, ...ceilingChange(left ?? 0, right ?? 0) };
    return {
        name,
        state,
        ...(left === undefined ? {} : { beforeUsdPerMonth: roundToCents(left) }),
        ...(right === undefined ? {} : { afterUsdPerMonth: roundToCents(right) }),
        unpriced: gap,
    };
}

function ceilingChange(before: number, after: number): CeilingChange {
    const [beforeUsdPerMonth, afterUsdPerMonth] = [roundToCents(before), roundToCents(after)];
    const changeUsdPerMonth = roundToCents(afterUsdPerMonth - beforeUsdPerMonth);
    return {
        beforeUsdPerMonth,
        afterUsdPerMonth,
        changeUsdPerMonth,
        ...(beforeUsdPerMonth === 0 ? {} : { share: changeUsdPerMonth / beforeUsdPerMonth }),
    };
}

function byChange(a: PoolChange, b: PoolChange): number {
    const size = ({ changeUsdPerMonth = -1 }: PoolChange): number => Math.abs(changeUsdPerMonth);
    const last = ({ unpriced }: PoolChange): number => (unpriced === undefined ? 0 : 1);
    return last(a) - last(b) || size(b) - size(a) || (a.name < b.name ? -1 : 1);
}
