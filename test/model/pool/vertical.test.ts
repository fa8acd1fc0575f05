import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { AutoscaledAgentPoolArgs, VerticalArgs } from "../../../model/pool";
import { GATEWAY, TAKEN_OVER, TEMPLATED, WORKER, changed, refusals, resolved } from "./support/pools";

const CPU = { cpu: { averageUtilization: 70 } };
const MEMORY = { memory: { averageUtilization: 80 } };
const scaledOn = (...triggers: readonly object[]): AutoscaledAgentPoolArgs =>
    changed(GATEWAY, ["scale", "triggers"], triggers);
const beside = (args: AutoscaledAgentPoolArgs, vertical: unknown): AutoscaledAgentPoolArgs =>
    changed(args, ["vertical"], vertical);

/** How one value of the VerticalPodAutoscaler was decided. */
function decided(args: AutoscaledAgentPoolArgs, member: keyof VerticalArgs) {
    return resolved(args).values.find(({ path }) => path === `vertical.${member}`);
}

const messages = (args: AutoscaledAgentPoolArgs): string[] =>
    refusals(args).map(({ message, fix }) => `${message}; ${fix}`);

describe("a VerticalPodAutoscaler beside a pool", () => {
    it("is none where nobody asked for one", () => {
        expect(resolved(GATEWAY)).not.toHaveProperty("vertical");
        expect(resolved(GATEWAY).values.filter(({ path }) => path.startsWith("vertical"))).toEqual([]);
    });

    it("recommends, changes nothing, and has a reason for each value", () => {
        const args = beside(GATEWAY, {});
        expect(resolved(args).vertical).toEqual({ mode: "Off", container: "agent", resources: ["memory"] });
        expect(decided(args, "mode")).toMatchObject({
            source: "default",
            reason: "a recommendation can be read for some days before it changes anything",
        });
        expect(decided(args, "container")).toMatchObject({ source: "derived" });
    });

    it("keeps what was given", () => {
        const vertical: VerticalArgs = {
            mode: "InPlaceOrRecreate",
            resources: ["memory"],
            minAllowed: { memory: "64Mi" },
            maxAllowed: { memory: "2Gi" },
            container: "agent",
            minReplicas: 3,
        };
        const args = beside(GATEWAY, vertical);
        expect(resolved(args).vertical).toEqual(vertical);
        const values = resolved(args).values.filter(({ path }) => path.startsWith("vertical"));
        expect(values.map(({ path, source }) => `${path} ${source}`)).toEqual([
            "vertical.mode given",
            "vertical.resources given",
            "vertical.minAllowed given",
            "vertical.maxAllowed given",
            "vertical.container given",
            "vertical.minReplicas given",
        ]);
    });
});

describe("what is sized", () => {
    it.each([
        ["queue", WORKER, ["cpu", "memory"], "neither decides the number of replicas"],
        [
            "CPU",
            scaledOn(CPU),
            ["memory"],
            "cpu decides the number of replicas, and a changed request would move its target",
        ],
        [
            "memory",
            scaledOn(MEMORY),
            ["cpu"],
            "memory decides the number of replicas, and a changed request would move its target",
        ],
        [
            "CPU and memory",
            scaledOn(CPU, MEMORY, CPU),
            ["cpu", "memory"],
            "cpu and memory decide the number of replicas, and a recommendation alone does not move them",
        ],
        [
            "CPU in KEDA's own form",
            scaledOn({ raw: { type: "cpu", metadata: { value: "70" }, metricType: "Utilization" } }),
            ["memory"],
            "cpu decides the number of replicas, and a changed request would move its target",
        ],
        [
            "CPU of another container",
            scaledOn({ cpu: { averageUtilization: 70, containerName: "proxy" } }),
            ["cpu", "memory"],
            "neither decides the number of replicas",
        ],
        [
            "CPU of this container",
            scaledOn({ cpu: { averageUtilization: 70, containerName: "agent" } }),
            ["memory"],
            "cpu decides the number of replicas, and a changed request would move its target",
        ],
    ])("beside a pool that scales on its %s", (_what, args, value, reason) => {
        expect(decided(beside(args, {}), "resources")).toMatchObject({ value, reason });
    });

    it("is refused where nothing is left that may change", () => {
        for (const mode of ["Initial", "Recreate", "InPlaceOrRecreate", "InPlace"]) {
            expect(messages(beside(scaledOn(CPU, MEMORY), { mode }))).toEqual([
                "vertical has nothing left to size: CPU and memory both decide the number of replicas; set vertical.mode to Off, which only recommends, or scale on something else than one of them",
            ]);
        }
        // What the author insists on is for the rules, which read the object.
        expect(messages(beside(scaledOn(CPU, MEMORY), { mode: "Recreate", resources: ["cpu"] }))).toEqual([]);
    });

    it("has no bounds for anything else", () => {
        expect(
            messages(beside(GATEWAY, { minAllowed: { cpu: "1" }, maxAllowed: { memory: "1Gi" } })),
        ).toEqual(["vertical.minAllowed.cpu has no effect: memory is sized, cpu is not; remove it"]);
        expect(messages(beside(WORKER, { maxAllowed: { cpu: "1", "nvidia.com/gpu": "1" } }))).toEqual([
            'vertical.maxAllowed["nvidia.com/gpu"] has no effect: cpu and memory are sized, nvidia.com/gpu is not; remove it',
        ]);
        expect(messages(beside(WORKER, { resources: ["cpu"], maxAllowed: { memory: "1Gi" } }))).toHaveLength(
            1,
        );
    });
});

describe("the container that is sized", () => {
    const template = (...names: readonly unknown[]): AutoscaledAgentPoolArgs =>
        changed(
            TEMPLATED,
            ["workload", "podTemplate", "spec", "containers"],
            names.map((name) => ({ name, image: "registry.example/agent:1" })),
        );

    it("is the pool's own, and no sidecar, which VPA leaves alone", () => {
        expect(messages(beside(GATEWAY, { container: "proxy" }))).toEqual([
            'vertical.container is "proxy", and VPA sizes "agent" only: it leaves sidecars and init containers alone; remove it',
        ]);
    });

    it("is the only one of a template, or one that is named", () => {
        expect(resolved(beside(template("tool"), {})).vertical?.container).toBe("tool");
        expect(resolved(beside(template("tool", "log"), { container: "log" })).vertical?.container).toBe(
            "log",
        );
        expect(messages(beside(template("tool", "log"), {}))).toEqual([
            'vertical.container is missing: the pod template has 2 containers; use "tool" or "log"',
        ]);
        expect(messages(beside(template("tool", "log"), { container: "lgo" }))).toEqual([
            'vertical.container is "lgo", which the pod template does not have; use "tool" or "log"',
        ]);
        expect(messages(beside(template(), {}))).toEqual([
            "vertical.container is missing: the pod template has 0 containers; give the template a container",
        ]);
    });

    it("must be named where names are not plain, and is then believed", () => {
        for (const args of [
            template(output("tool")),
            changed(TEMPLATED, ["workload", "podTemplate", "spec", "containers"], output([])),
            TAKEN_OVER,
        ]) {
            expect(messages(beside(args, {}))).toEqual([
                "vertical.container is missing: which containers the pods have is not known here; name the one to size",
            ]);
            expect(resolved(beside(args, { container: "tool" })).vertical?.container).toBe("tool");
        }
    });
});

describe("the pods that must be there", () => {
    const atMost = (maxReplicas: number): AutoscaledAgentPoolArgs =>
        changed(WORKER, ["scale", "maxReplicas"], maxReplicas);
    const MODES = ["Recreate", "InPlaceOrRecreate", "InPlace"];

    it("are two, or the one that the pool has", () => {
        for (const mode of MODES) {
            expect(decided(beside(atMost(2), { mode }), "minReplicas")).toMatchObject({
                value: 2,
                source: "default",
                reason: "one pod works while another is replaced",
            });
            expect(decided(beside(atMost(1), { mode }), "minReplicas")).toMatchObject({
                value: 1,
                source: "derived",
            });
        }
    });

    it("are not more than the pool ever has", () => {
        expect(messages(beside(atMost(3), { mode: "Recreate", minReplicas: 3 }))).toEqual([]);
        expect(messages(beside(atMost(3), { mode: "Recreate", minReplicas: 4 }))).toEqual([
            "vertical.minReplicas is 4, and the pool never has more than 3: no pod would ever be changed; use 3 or less",
        ]);
    });

    it("are of no use where pods that run are left alone", () => {
        for (const [vertical, applied] of [
            [{ minReplicas: 2 }, "Off"],
            [{ mode: "Initial", minReplicas: 2 }, "Initial"],
        ] as const) {
            expect(messages(beside(WORKER, vertical))).toEqual([
                `vertical.minReplicas has no effect: the mode ${applied} leaves pods that run alone; remove it`,
            ]);
            expect(resolved(beside(WORKER, { mode: applied })).vertical).not.toHaveProperty("minReplicas");
        }
    });
});

it("is not for jobs, which is said once", () => {
    const [redis] = WORKER.scale.triggers;
    const job = changed(changed(WORKER, ["workload", "kind"], "Job"), ["scale", "triggers"], [redis]);
    expect(refusals(beside(job, { minReplicas: 9, container: "x" })).map(({ path }) => path)).toEqual([
        "vertical",
    ]);
});
