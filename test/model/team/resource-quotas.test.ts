import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quantity, parseQuantity } from "../../../model/capacity";
import { readFleet } from "../../../model/fleet";
import type { AgentPoolArgs } from "../../../model/pool";
import { check } from "../../../model/rules";
import { quotaCoversCeiling } from "../../../model/rules/quota-covers-ceiling";
import { quotaNeedsRequest } from "../../../model/rules/quota-needs-request";
import type { TeamResolution } from "../../../model/team";
import { arbitraryPool } from "../pool/support/arbitrary-pool";
import { CRAWLER, DIGEST, GATEWAY, hardOf, objectOf, said, team } from "./support/teams";

describe("the quota of a team", () => {
    it("holds every pool at its ceiling, and a rollout of each", () => {
        expect(hardOf(team())).toEqual({
            pods: "33",
            "requests.cpu": "29",
            "requests.memory": "58Gi",
            "limits.memory": "58Gi",
            services: "10",
            "services.loadbalancers": "0",
            "services.nodeports": "0",
            configmaps: "11",
            secrets: "10",
            persistentvolumeclaims: "0",
            "requests.storage": "0",
        });
    });

    it("is not raised by a floor that a schedule raises, since the ceiling counts", () => {
        const cron = { timezone: "Etc/UTC", start: "0 8 * * *", end: "0 9 * * *", desiredReplicas: 9 };
        const scheduled = {
            ...CRAWLER,
            scale: { ...CRAWLER.scale, triggers: [...CRAWLER.scale.triggers, { cron }] },
        };
        expect(hardOf(team({ pools: { crawler: scheduled, digest: DIGEST } }))).toEqual(hardOf(team()));
    });

    it("counts devices, the disk of nodes and limits where all pods have them", () => {
        const container = {
            image: "registry.example/model:1",
            resources: {
                requests: { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1", "ephemeral-storage": "20Gi" },
                limits: { cpu: "8", memory: "16Gi", "nvidia.com/gpu": "1" },
            },
        };
        const model = { ...CRAWLER, workload: { container }, scale: { ...CRAWLER.scale, maxReplicas: 4 } };
        const pools = { model };
        expect(hardOf(team({ pools }))).toMatchObject({
            "limits.cpu": "40",
            "limits.memory": "80Gi",
            "requests.nvidia.com/gpu": "5",
            "requests.ephemeral-storage": "100Gi",
        });
        expect(hardOf(team({ pools: { model, crawler: CRAWLER } }))).not.toHaveProperty(["limits.cpu"]);
    });

    it("counts the claims of stateful pods at the ceiling, and their services", () => {
        const claimTemplates = [{ name: "data", storage: "10Gi", mountPath: "/data" }];
        const keeper: AgentPoolArgs = {
            ...CRAWLER,
            workload: { ...CRAWLER.workload, kind: "StatefulSet", statefulSet: { claimTemplates } },
            scale: { ...CRAWLER.scale, maxReplicas: 5 },
        };
        expect(hardOf(team({ pools: { keeper } }))).toMatchObject({
            pods: "5",
            services: "11",
            persistentvolumeclaims: "5",
            "requests.storage": "50Gi",
        });
    });

    it("counts the volumes that live as long as a pod, also during a rollout", () => {
        const { container } = CRAWLER.workload;
        const volumeMounts = [{ name: "scratch", mountPath: "/scratch" }];
        const workload = {
            container: { ...container, volumeMounts },
            volumes: [{ name: "scratch", ephemeral: { storage: "2Gi" } }],
        };
        expect(hardOf(team({ pools: { crawler: { ...CRAWLER, workload } } }))).toMatchObject({
            persistentvolumeclaims: "25",
            "requests.storage": "50Gi",
        });
    });

    it("counts config maps and secrets that pools name, each once, and room for more", () => {
        const { container } = CRAWLER.workload;
        const named = {
            ...container,
            envFromSecrets: ["keys"],
            secretEnv: { TOKEN: { name: "keys", key: "token" }, OTHER: { name: "other", key: "a" } },
            envFromConfigMaps: ["settings"],
        };
        const pools = { crawler: { ...CRAWLER, workload: { container: named, imagePullSecrets: ["pull"] } } };
        const quota = { spareObjects: 2 };
        expect(hardOf(team({ pools, quota }))).toMatchObject({
            configmaps: "4",
            secrets: "5",
            services: "2",
        });
    });

    it("counts what a VerticalPodAutoscaler may make of a pod", () => {
        const sized = {
            ...CRAWLER,
            vertical: { mode: "Initial", maxAllowed: { cpu: "3", memory: "6Gi" } },
        };
        const hard = hardOf(team({ pools: { sized } }));
        expect(hard).toMatchObject({ "requests.cpu": "75", "requests.memory": "150Gi" });
        expect(hard).not.toHaveProperty(["limits.memory"]);
    });

    it("counts the request that the team's LimitRange gives to a container without one", () => {
        const podTemplate = { spec: { containers: [{ name: "agent", image: "registry.example/a:1" }] } };
        const pools = { plain: { ...CRAWLER, workload: { podTemplate } } };
        expect(hardOf(team({ pools }))).toMatchObject({
            "requests.cpu": "2500m",
            "requests.memory": "3200Mi",
        });
    });

    it("is larger by the headroom, rounded up to what can be written", () => {
        expect(hardOf(team({ quota: { headroomPercent: 10 } }))).toMatchObject({
            pods: "37",
            "requests.cpu": "31900m",
            "requests.memory": "65332Mi",
            "services.loadbalancers": "0",
        });
    });

    it("is what was asked for where something was", () => {
        const hard = { "requests.cpu": "120", "count/jobs.batch": "50" };
        expect(hardOf(team({ quota: { hard } }))).toMatchObject({ ...hard, "requests.memory": "58Gi" });
    });

    it("tells pods that request nothing apart, where asked", () => {
        const apart = team({ quota: { bestEffortPods: 0 } });
        expect(objectOf(apart, "ResourceQuota", "research-best-effort")["spec"]).toEqual({
            hard: { pods: "0" },
            scopes: ["BestEffort"],
        });
        expect(objectOf(apart, "ResourceQuota", "research-not-best-effort")["spec"]).toEqual({
            hard: { "requests.cpu": "29", "requests.memory": "58Gi", "limits.memory": "58Gi" },
            scopes: ["NotBestEffort"],
        });
        expect(hardOf(apart)).not.toHaveProperty(["requests.cpu"]);
        expect(hardOf(apart)).toMatchObject({ pods: "33" });
        expect(hardOf(team({ quota: { bestEffortPods: 3 } }))).toMatchObject({ pods: "36" });
    });

    it("is one for each priority class that pools use, of what those pools need, where asked", () => {
        const pools = {
            crawler: { ...CRAWLER, placement: { priorityClassName: "research-batch" } },
            gateway: { ...GATEWAY, placement: { priorityClassName: "online" } },
            digest: DIGEST,
        };
        const resolved = team({ pools, priorities: { batch: { value: 100 } }, quota: { byPriority: true } });
        const scope = (value: string) => ({
            matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values: [value] }],
        });
        expect(objectOf(resolved, "ResourceQuota", "research-priority-batch")["spec"]).toEqual({
            hard: { pods: "25", "requests.cpu": "25", "requests.memory": "50Gi", "limits.memory": "50Gi" },
            scopeSelector: scope("research-batch"),
        });
        expect(objectOf(resolved, "ResourceQuota", "research-priority-online")["spec"]).toMatchObject({
            hard: { pods: "13", "requests.cpu": "6500m" },
            scopeSelector: scope("online"),
        });
    });
});

describe("a quota that was asked for", () => {
    it("is refused where the pools do not fit, with pool, number and the smallest that fits", () => {
        expect(said({ quota: { hard: { "requests.cpu": "28" } } })).toEqual([
            [
                'error: quota.hard["requests.cpu"]: at the ceilings requests.cpu comes to 29 vCPU, and the quota has 28 vCPU: research-crawler 20 and 5 more in a rollout of 1 vCPU each; research-digest 8 of 500m each [quota-covers-ceiling]',
                '    in ResourceQuota research/research, spec.hard["requests.cpu"]',
                "    fix: raise requests.cpu to 29 or more, or lower the ceiling of research-crawler to 19",
            ].join("\n"),
        ]);
    });

    it("is refused where not even one pod fits", () => {
        expect(said({ quota: { hard: { "requests.cpu": "999m" } } }).join()).toContain(
            "one pod of research-crawler takes 1 vCPU of requests.cpu, and the quota has 999m, so none ever starts",
        );
    });

    it("is accepted at the very numbers", () => {
        const hard = { pods: "33", "requests.cpu": "29", "requests.memory": "58Gi", "limits.memory": "58Gi" };
        expect(said({ quota: { hard } })).toEqual([]);
    });

    it("is refused where a VerticalPodAutoscaler may make the pods too large for it", () => {
        const sized = { ...CRAWLER, vertical: { mode: "Initial", maxAllowed: { cpu: "3", memory: "6Gi" } } };
        const asked = (cpu: string) => said({ pools: { sized }, quota: { hard: { "requests.cpu": cpu } } });
        expect(asked("74")).toEqual([
            expect.stringMatching(
                /quota\.hard\["requests\.cpu"\] is 74, and at their ceilings the pools need 75 vCPU: sized 75/,
            ),
        ]);
        expect(asked("75")).toEqual([]);
    });

    it("is refused where the claims of the pools do not fit", () => {
        const claimTemplates = [{ name: "data", storage: "10Gi", mountPath: "/data" }];
        const workload = { ...CRAWLER.workload, kind: "StatefulSet", statefulSet: { claimTemplates } };
        const asked = (hard: object) =>
            said({ pools: { keeper: { ...CRAWLER, workload } }, quota: { hard } });
        expect(asked({ persistentvolumeclaims: "19", "requests.storage": "199Gi" })).toEqual([
            "error: quota.hard.persistentvolumeclaims is 19, and at their ceilings the pools need 20: keeper 20 [argument-shape]\n    fix: use 20 or more",
            'error: quota.hard["requests.storage"] is 199Gi, and at their ceilings the pools need 200Gi: keeper 200Gi [argument-shape]\n    fix: use 200Gi or more',
        ]);
        expect(asked({ persistentvolumeclaims: "20", "requests.storage": "200Gi" })).toEqual([]);
    });
});

/** The findings of the rules about quotas, of the objects that a team emits. */
function quotaFindings({ team: made, objects }: TeamResolution): string[] {
    const pools = (made?.pools ?? []).flatMap(({ declared }) => declared);
    return check(readFleet([...objects, ...pools]), [quotaCoversCeiling, quotaNeedsRequest])
        .filter(({ severity }) => severity !== "note")
        .map(({ message }) => message);
}

/** Pools as a team may have them, with names of their own. */
const pools = fc
    .array(arbitraryPool("research"), { minLength: 1, maxLength: 3 })
    .map((args) =>
        Object.fromEntries(
            args.map((pool, index) => [`p${index}`, { ...pool, namespace: undefined, platform: undefined }]),
        ),
    );

describe("for any pools", () => {
    it("the computed quota admits all of them, and no smaller one is accepted", () => {
        let judged = 0;
        fc.assert(
            fc.property(pools, fc.nat(), fc.boolean(), (args, pick, apart) => {
                const quota = apart ? { bestEffortPods: 0 } : {};
                const resolved = team({ pools: args, quota });
                if (resolved.team === undefined || resolved.findings.some(isUnbounded)) return;
                judged++;
                expect(quotaFindings(resolved)).toEqual([]);
                const needed = Object.entries({
                    ...hardOf(resolved),
                    ...(apart ? hardOf(resolved, "research-not-best-effort") : {}),
                }).filter(
                    ([resource, amount]) =>
                        amount !== "0" && !/^(services|configmaps|secrets)/.test(resource),
                );
                const [resource = "", amount] = needed[pick % needed.length] ?? [];
                const less = justBelow(resource, amount);
                expect(
                    said({ pools: args, quota: { ...quota, hard: { [resource]: less } } }).join("\n"),
                    `${resource} ${less}`,
                ).toContain(`quota.hard`);
            }),
            { numRuns: 150 },
        );
        expect(judged).toBeGreaterThan(30);
    });
});

function isUnbounded({ message }: { message: string }): boolean {
    return message.includes("is no end");
}

/** One thousandth less, which is a finer step than any pod asks in, and of what is counted whole one piece. */
function justBelow(resource: string, amount: unknown): string {
    const quantity = parseQuantity(amount);
    if (!(quantity instanceof Quantity)) throw new Error(`${String(amount)} is no amount`);
    const step = /(cpu|memory|storage)$/.test(resource) ? 1_000_000n : 1_000_000_000n;
    return new Quantity(quantity.nanos - step).toString();
}
