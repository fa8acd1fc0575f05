"use strict";
const { Deployment } = require("@pulumi/kubernetes/apps/v1");
const { PodDisruptionBudget } = require("@pulumi/kubernetes/policy/v1");
const { CustomResource } = require("@pulumi/kubernetes/apiextensions");
const { ComponentResource } = require("@pulumi/pulumi");
const { manifests, resolve } = require("agent-autoscaling/model");
const { poolArgs } = require("../../pool-args.cjs");
const { reportMemory } = require("../report-memory.cjs");

/** The parent that a careful author would write: the same tree, the same inputs, nothing decided. */
class Pool extends ComponentResource {
    constructor(name, args) {
        super("benchmark:index:Pool", name, args);
    }
}

reportMemory();
// The objects of one pool as plain data; each pool gets a copy with its own name, so no model runs in the loop.
const objects = manifests(resolve("pool", poolArgs(1)).pool).map(({ object }) => object);
const count = Number(process.env.BENCHMARK_POOLS);
for (let index = 0; index < count; index++) {
    const name = `pool-${index}`;
    const parent = new Pool(name, poolArgs(index));
    const [deployment, budget, scaler] = structuredClone(objects);
    for (const object of [deployment, budget, scaler]) object.metadata.name = name;
    const opts = { parent, deleteBeforeReplace: true };
    const workload = new Deployment(name, deployment, opts);
    new PodDisruptionBudget(`${name}-disruption-budget`, budget, opts);
    new CustomResource(`${name}-scaler`, scaler, { ...opts, dependsOn: [workload] });
    parent.registerOutputs({});
}
