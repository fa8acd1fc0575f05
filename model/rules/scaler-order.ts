import { sameLeaf, showLeaf } from "../declared";
import type { FleetScaler } from "../fleet";

/** Sorts scalers, KEDA's first, so that the order in which they were declared decides nothing. */
export function byEngineAndName(a: FleetScaler, b: FleetScaler): number {
    const key = ({ engine, name, declared }: FleetScaler): string =>
        `${engine === "keda" ? 0 : 1}${showLeaf(name)}\0${declared.urn ?? JSON.stringify(declared.origin([]))}`;
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** One object that was declared twice, in two files for two clusters for instance, is one autoscaler. */
export function isSameScaler(a: FleetScaler, b: FleetScaler): boolean {
    return a.engine === b.engine && a.name !== undefined && b.name !== undefined && sameLeaf(a.name, b.name);
}
