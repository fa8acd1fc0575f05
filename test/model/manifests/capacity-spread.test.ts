import { describe, expect, it } from "vitest";
import { valueAt } from "../../../model/declared";
import { manifests } from "../../../model/manifests";
import { readIntent } from "../../../model/intent";
import { WORKER, changed, resolved } from "../pool/support/pools";

const objects = (placement: object, kind = "Deployment") =>
    manifests(
        resolved(
            changed(changed(WORKER, ["placement"], placement), ["workload"], { ...WORKER.workload, kind }),
        ),
    ).map(({ object }) => object);
const constraints = (placement: object, kind?: string): unknown =>
    objects(placement, kind)
        .map((object) => valueAt(object, ["spec", "template", "spec", "topologySpreadConstraints"]))
        .find((found) => found !== undefined);

const NODE_POOL = {
    name: "agents",
    capacity: "SpotPreferred",
    onDemandShare: 20,
    spreadLabel: "example.com/spread",
};
const SPREAD = {
    maxSkew: 1,
    topologyKey: "example.com/spread",
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { "agent-autoscaling/pool": "research" } },
};
const OF_VERSION = { ...SPREAD, matchLabelKeys: ["pod-template-hash"] };

describe("pods of nodes of both kinds", () => {
    it("wish to be spread over both, before zones and nodes", () => {
        expect(constraints({ nodePool: NODE_POOL, strategy: "Spread" })).toEqual([
            OF_VERSION,
            { ...OF_VERSION, topologyKey: "topology.kubernetes.io/zone" },
            { ...OF_VERSION, topologyKey: "kubernetes.io/hostname" },
        ]);
    });

    it("wish it where they are packed, and beside an affinity of the user's own", () => {
        expect(constraints({ nodePool: NODE_POOL, strategy: "Pack" })).toEqual([OF_VERSION]);
        expect(constraints({ nodePool: NODE_POOL, affinity: { nodeAffinity: {} } })).toEqual([OF_VERSION]);
    });

    it("of a StatefulSet have no versions that are told apart", () => {
        expect(constraints({ nodePool: NODE_POOL, strategy: "Pack" }, "StatefulSet")).toEqual([SPREAD]);
    });

    it("say the share with the workload, as far as no field of it says it", () => {
        const [annotation] = objects({ nodePool: NODE_POOL }).flatMap(
            ({ metadata }) => valueAt(metadata, ["annotations", "agent-autoscaling/intent"]) ?? [],
        );
        expect(readIntent(annotation)?.intent?.nodePool).toEqual({
            name: "agents",
            capacity: "SpotPreferred",
            onDemandShare: 20,
        });
    });
});
