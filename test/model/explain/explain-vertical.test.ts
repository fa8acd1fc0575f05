import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Topic } from "../../../model/explain";
import { explain } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { Platform } from "../../../model/platform";
import { GATEWAY, changed, resolved } from "../pool/support/pools";
import {
    LEAVE_OTHERS,
    container,
    containerPolicy,
    deployment,
    scaledObject,
    unknown,
    verticalPodAutoscaler,
} from "../rules/support/objects";

/** What is said of the VerticalPodAutoscaler among objects. */
function said(topic: Topic | undefined, objects: readonly Declared[], platform: Platform = {}): string[] {
    return explain(readFleet(objects, platform))
        .filter(({ kind }) => kind === "VerticalPodAutoscaler")
        .flatMap(({ sentences }) => sentences)
        .filter((sentence) => topic === undefined || sentence.topic === topic)
        .map(({ text }) => text);
}

const vertical = (...objects: readonly Declared[]): string[] => said("vertical", objects);
const mode = (
    updateMode: unknown,
    more: object = {},
    policies: readonly unknown[] = [containerPolicy(), LEAVE_OTHERS],
) =>
    verticalPodAutoscaler({
        updatePolicy: updateMode === undefined ? undefined : { updateMode, ...more },
        resourcePolicy: { containerPolicies: policies },
    });

describe("the explanation of a VerticalPodAutoscaler", () => {
    it("says of one that only recommends what it recommends, and how to read it", () => {
        const args = changed(GATEWAY, ["vertical"], { maxAllowed: { memory: "2Gi" } });
        expect(vertical(...manifests(resolved(args)))).toEqual([
            'Recommends memory (at most 2Gi) of "agent", and changes nothing; kubectl describe vpa research --namespace agents shows it.',
        ]);
        const nameless = verticalPodAutoscaler(
            { updatePolicy: { updateMode: "Off" } },
            { name: unknown(), namespace: unknown() },
        );
        expect(vertical(nameless)[0]).toContain("; kubectl describe vpa shows it.");
    });

    it("says of one that evicts pods when, how many, and what each restart costs", () => {
        const args = changed(GATEWAY, ["vertical"], { mode: "Recreate", maxAllowed: { memory: "2Gi" } });
        expect(vertical(...manifests(resolved(args)))).toEqual([
            'Sets the requests of new pods by what it recommends: memory (at most 2Gi) of "agent"; limits keep their ratio to the requests.',
            "Pods that are far from it are evicted, at most half of them at a time, and no more than their disruption budget lets go. None is touched while there are fewer than 2.",
            "Each eviction costs a cold start of 10 s, and whatever the pod held in memory.",
            "How many pods there are stays with HorizontalPodAutoscaler research.",
        ]);
    });

    it("says of hand-written ones what VPA's own defaults do", () => {
        expect(
            vertical(verticalPodAutoscaler({ updatePolicy: undefined, resourcePolicy: undefined })),
        ).toEqual([
            "Sets the requests of new pods by what it recommends: cpu (no bounds) and memory (no bounds) of every container; limits keep their ratio to the requests.",
            "Pods that are far from it are evicted, at most half of them at a time. None is touched while there are fewer than 2 (VPA's default).",
            "An evicted pod starts again with all that it has to load; how long a cold start takes is not declared.",
        ]);
    });

    it("tells the modes apart", () => {
        expect(vertical(mode("Initial")).slice(1)).toEqual(["Pods that run are left alone."]);
        expect(vertical(mode("InPlaceOrRecreate", { minReplicas: 1 }))[1]).toBe(
            "Pods that are far from it are resized where they run, and those that cannot be are evicted, at most half of them at a time. It does so to the only pod too.",
        );
        expect(vertical(mode("InPlace", { minReplicas: 2 })).slice(1)).toEqual([
            "Pods that are far from it are resized where they run, and none is evicted: one whose node has no room keeps what it has. None is touched while there are fewer than 2.",
        ]);
        expect(vertical(mode("Auto"))[1]).toContain("are evicted");
        expect(vertical(mode("Sideways"))).toEqual([]);
    });

    it("says that a pool is too small ever to be touched", () => {
        const scaler = scaledObject({ maxReplicaCount: 2 });
        const untouched = "None is touched while there are fewer than 3, and the pool never has more than 2.";
        expect(vertical(scaler, mode("Recreate", { minReplicas: 3 }))[1]).toContain(untouched);
        expect(vertical(scaler, mode("Recreate", { minReplicas: 2 }))[1]).not.toContain("never has");
        expect(vertical(scaler, mode("Recreate", { minReplicas: unknown() }))[1]).toContain(
            "From how many pods on is known only after apply.",
        );
    });

    it("names what is sized of which container, within which bounds", () => {
        const parts = (...policies: readonly unknown[]): string | undefined => {
            const pod = deployment({ containers: [container(), container({ name: "proxy" })] });
            return /recommends: (.*?)(; limits.*)?\.$/.exec(
                vertical(pod, mode("Initial", {}, policies))[0] ?? "",
            )?.[1];
        };
        const all = { containerName: "*" };
        expect(parts(containerPolicy({ minAllowed: { memory: "1Gi" } }), LEAVE_OTHERS)).toBe(
            'memory (1Gi to 4Gi) of "agent"',
        );
        expect(parts(containerPolicy({ maxAllowed: undefined, minAllowed: { memory: "1Gi" } }), all)).toBe(
            'memory (at least 1Gi) of "agent", and cpu (no bounds) and memory (no bounds) of every other container',
        );
        expect(parts(containerPolicy(), { containerName: "proxy", controlledResources: ["cpu"] })).toBe(
            'memory (at most 4Gi) of "agent", and cpu (no bounds) of "proxy"',
        );
        expect(parts(containerPolicy())).toContain("of every other container");
        expect(parts(containerPolicy({ maxAllowed: { memory: unknown() } }), LEAVE_OTHERS)).toBe(
            'memory (bounds known only after apply) of "agent"',
        );
        expect(vertical(mode("Initial", {}, [LEAVE_OTHERS]))).toEqual([
            "Sizes nothing: the policy of every container is Off.",
        ]);
    });

    it("says that limits follow only where they do", () => {
        const only = containerPolicy({ controlledValues: "RequestsOnly" });
        expect(vertical(mode("Initial", {}, [only, LEAVE_OTHERS]))[0]).not.toContain("limits");
        expect(vertical(mode("Initial"))[0]).toContain("limits keep their ratio");
    });

    it("says what it does not know, instead of guessing", () => {
        expect(said("unknown", [mode(unknown())])).toEqual([
            "What happens to its recommendation is known only after apply.",
        ]);
        expect(
            said("unknown", [mode("Recreate", {}, [containerPolicy({ containerName: unknown() })])]),
        ).toEqual(["Which containers it sizes is known only after apply."]);
    });

    it("comes after the scalers, with a name of its own", () => {
        const explained = explain(readFleet([mode("Off"), scaledObject()]));
        expect(explained.map(({ kind, namespace, name }) => [kind, namespace, name])).toEqual([
            ["ScaledObject", "agents", "worker"],
            ["VerticalPodAutoscaler", "agents", "worker"],
        ]);
    });
});

describe("what a VerticalPodAutoscaler needs of its cluster", () => {
    const needs = (updateMode: string, platform: Platform): string[] =>
        said("needs", [mode(updateMode)], platform);

    it("depends on its mode, and on what the platform says", () => {
        expect(needs("Off", { vpa: true, metricsServer: true })).toEqual([
            "Needs the VerticalPodAutoscaler, which the cluster has.",
            "Needs metrics-server for what the pods use, which the cluster has.",
        ]);
        expect(needs("Initial", { vpa: false, provider: "gke" })).toEqual([
            "Needs the VerticalPodAutoscaler with its admission controller, which the cluster does not have.",
            "Needs metrics-server for what the pods use, which the cluster has.",
        ]);
        expect(needs("Recreate", {})).toEqual([
            "Needs the VerticalPodAutoscaler with its admission controller and its updater; platform.vpa does not say whether the cluster has it.",
            "Needs metrics-server for what the pods use; platform.metricsServer does not say whether the cluster has it.",
        ]);
    });

    it("is a version where the mode is not of all, and the platform does not say which there is", () => {
        const version =
            "The mode InPlaceOrRecreate needs VPA 1.5; platform.vpaVersion does not say which version the cluster has.";
        expect(needs("InPlaceOrRecreate", { vpa: true })).toContain(version);
        expect(needs("InPlaceOrRecreate", { vpaVersion: "1.7" })).not.toContain(version);
        expect(needs("InPlace", {}).join(" ")).toContain("InPlace needs VPA 1.7;");
        expect(needs("Recreate", {})).toHaveLength(2);
    });

    it("is a Kubernetes that resizes in place, where the mode does", () => {
        const of = (kubernetesVersion: string | undefined, name = "InPlace"): string[] =>
            needs(name, kubernetesVersion === undefined ? {} : { kubernetesVersion }).filter((text) =>
                text.startsWith("Resizing in place"),
            );
        expect(of("1.34")).toEqual([
            "Resizing in place is beta in Kubernetes 1.34, on unless the cluster switched it off.",
        ]);
        expect(of(undefined, "InPlaceOrRecreate")).toEqual([
            "Resizing in place is stable from Kubernetes 1.35 on; platform.kubernetesVersion does not say which version the cluster has.",
        ]);
        expect([of("1.35"), of("1.34", "Recreate"), of(undefined, "Off")]).toEqual([[], [], []]);
    });
});
