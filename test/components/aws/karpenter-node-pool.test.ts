import type { Output } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import type { KarpenterNodePoolArgs } from "../../../components/aws";
import { KarpenterNodePool } from "../../../components/aws";
import { refuseBy } from "../../../components/refuse";
import type { Finding } from "../../../model";
import { karpenterProfile } from "../../../model/node-pool";
import { record } from "../support/record";

const SELECTORS = [{ tags: { "karpenter.sh/discovery": output("agents") } }];
const ARGS: KarpenterNodePoolArgs = {
    profile: karpenterProfile({ name: "agents" }),
    limits: { cpu: "200" },
    nodeClass: {
        role: output("agents-node"),
        subnets: SELECTORS,
        securityGroups: SELECTORS,
        amiAlias: "al2023@v20261101",
    },
};

function recorded(args: KarpenterNodePoolArgs = ARGS) {
    return record((opts) => new KarpenterNodePool("agents", args, opts));
}

describe("KarpenterNodePool", () => {
    it("is a node class and the two NodePools that refer to it, each with a name that is fixed", async () => {
        const seen = await recorded();
        expect(
            seen
                .slice(1)
                .map(({ type, name, parent, dependsOn, deleteBeforeReplace }) => [
                    type,
                    name,
                    parent,
                    dependsOn,
                    deleteBeforeReplace,
                ]),
        ).toEqual([
            ["kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", "agents-node-class", "agents", [], true],
            ["kubernetes:karpenter.sh/v1:NodePool", "agents", "agents", ["agents-node-class"], true],
            [
                "kubernetes:karpenter.sh/v1:NodePool",
                "agents-on-demand-pool",
                "agents",
                ["agents-node-class"],
                true,
            ],
        ]);
    });

    it("replaces a NodePool whose node class is of another kind, which Karpenter does not update", async () => {
        const pool = (await recorded()).find(({ name }) => name === "agents-on-demand-pool");
        expect(pool?.replaceOnChanges).toEqual([
            "spec.template.spec.nodeClassRef.group",
            "spec.template.spec.nodeClassRef.kind",
        ]);
    });

    it("gives its children what an Output delivers", async () => {
        const nodeClass = (await recorded()).find(({ name }) => name === "agents-node-class");
        expect(nodeClass?.inputs["spec"]).toMatchObject({
            role: "agents-node",
            subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": "agents" } }],
        });
    });

    it("is of AWS' kinds on Auto Mode", async () => {
        const seen = await recorded({
            flavor: "AutoMode",
            profile: karpenterProfile({ name: "agents", capacity: "OnDemand" }),
            limits: { nodes: 10 },
            nodeClass: { role: "agents-node", subnets: SELECTORS, securityGroups: SELECTORS },
        });
        expect(seen.slice(1).map(({ type }) => type)).toEqual([
            "kubernetes:eks.amazonaws.com/v1:NodeClass",
            "kubernetes:karpenter.sh/v1:NodePool",
        ]);
    });

    it("says what its NodePools are called", async () => {
        let names: Output<string[]> | undefined;
        await record((opts) => {
            names = new KarpenterNodePool("agents", ARGS, opts).nodePoolNames;
        });
        expect(await new Promise((resolve) => names?.apply(resolve))).toEqual(["agents", "agents-on-demand"]);
    });
});

describe("a pool that cannot work", () => {
    const refused: (readonly Finding[])[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    it("registers nothing and says all that is wrong", async () => {
        refuseBy((_resource, _name, findings) => refused.push(findings));
        const seen = await recorded({ ...ARGS, limits: {}, weight: 10, hasDoNotDisruptPods: true });
        expect(seen).toHaveLength(1);
        expect(refused.flat().map(({ path }) => path)).toEqual(["limits", "terminationGracePeriodSeconds"]);
    });
});
