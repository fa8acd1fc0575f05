import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { Unknown, valueAt } from "../../../model/declared";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { GATEWAY, WORKER, changed, resolved } from "../pool/support/pools";

type Fields = Readonly<Record<string, unknown>>;

const POD = ["spec", "template", "spec"];

function deployment(args: AutoscaledAgentPoolArgs): Declared {
    const found = manifests(resolved(args)).find(({ role }) => role === "deployment");
    if (found === undefined) throw new Error("no Deployment");
    return found;
}

const podSpec = (args: AutoscaledAgentPoolArgs): Fields => valueAt(deployment(args).object, POD) as Fields;
const container = (args: AutoscaledAgentPoolArgs): Fields =>
    (podSpec(args)["containers"] as readonly Fields[])[0] ?? {};
const withContainer = (more: object): AutoscaledAgentPoolArgs =>
    changed(WORKER, ["workload", "container"], { ...WORKER.workload.container, ...more });
const withWorkload = (more: object): AutoscaledAgentPoolArgs =>
    changed(WORKER, ["workload"], { ...WORKER.workload, ...more });

/** A pool whose pods have all that a pod can have. */
const FULL = changed(
    withWorkload({
        container: {
            ...WORKER.workload.container,
            secretEnv: { TOKEN: { name: "github", key: "token" } },
            configEnv: { MODEL: { name: "models", key: "default" } },
            envFromSecrets: ["keys"],
            envFromConfigMaps: ["settings"],
            preStop: { exec: { command: ["/bin/hand-back"] } },
            volumeMounts: [
                { name: "cache", mountPath: "/cache" },
                { name: "certificates", mountPath: "/etc/certificates", readOnly: true, subPath: "ca.crt" },
            ],
        },
        sidecars: [
            {
                name: "proxy",
                image: "registry.example/proxy:2",
                ports: [{ containerPort: 15001 }],
                resources: { requests: { cpu: "100m", memory: "64Mi" } },
            },
        ],
        initContainers: [
            {
                name: "fetch",
                image: "registry.example/fetch:1",
                args: ["--all"],
                volumeMounts: [{ name: "cache", mountPath: "/tmp" }],
            },
        ],
        volumes: [
            { name: "cache", ephemeral: { storage: "20Gi", storageClassName: "fast" } },
            { name: "certificates", secret: { name: "ca", items: { "tls.crt": "ca.crt" } } },
        ],
        imagePullSecrets: ["registry"],
        runtimeClassName: "gvisor",
    }),
    ["placement"],
    {
        nodePool: {
            name: "spot",
            labels: { pool: "agents" },
            taints: [{ key: "agents", value: "true" }],
            capacity: "Spot",
            noticeSeconds: 120,
        },
        nodeSelector: { disk: "ssd" },
        tolerations: [{ key: "team", effect: "NoExecute" }],
        priorityClassName: "agents",
    },
);

describe("a pod", () => {
    it("is exactly the same as ever, with all that it can have", () => {
        expect(deployment(FULL).object).toMatchSnapshot();
    });

    it("runs sidecars before what prepares it, and lets them go on", () => {
        const preparing = podSpec(FULL)["initContainers"] as readonly Fields[];
        expect(preparing.map(({ name, restartPolicy }) => [name, restartPolicy])).toEqual([
            ["proxy", "Always"],
            ["fetch", undefined],
        ]);
    });

    it("locks every container down, each with scratch space of its own unless it mounts its own", () => {
        const containers = ["containers", "initContainers"].flatMap(
            (list) => podSpec(FULL)[list] as readonly Fields[],
        );
        for (const each of containers) {
            expect(each["securityContext"]).toMatchObject({ readOnlyRootFilesystem: true });
        }
        const scratch = (podSpec(FULL)["volumes"] as readonly Fields[]).filter(
            (volume) => "emptyDir" in volume,
        );
        expect(scratch.map(({ name }) => name)).toEqual(["tmp", "tmp-proxy"]);
        const relaxed = podSpec(changed(FULL, ["workload", "security"], "Relaxed"));
        expect(JSON.stringify(relaxed)).not.toMatch(/readOnlyRootFilesystem|"tmp"|runAsNonRoot/);
    });

    it("gives claims to the group of the pod, since a new volume belongs to root", () => {
        expect(podSpec(FULL)["securityContext"]).toMatchObject({ fsGroup: 1000 });
        const scratch = { name: "scratch", emptyDir: { sizeLimit: "1Gi", inMemory: true } };
        const mounts = [{ name: "scratch", mountPath: "/scratch" }];
        const args = withWorkload({
            container: { ...WORKER.workload.container, volumeMounts: mounts },
            volumes: [scratch],
        });
        expect(podSpec(args)["securityContext"]).not.toHaveProperty("fsGroup");
        expect(podSpec(args)["volumes"]).toContainEqual({
            name: "scratch",
            emptyDir: { sizeLimit: "1Gi", medium: "Memory" },
        });
        const claim = { name: "scratch", persistentVolumeClaim: { claimName: "shared", readOnly: true } };
        const shared = podSpec(changed(args, ["workload", "volumes"], [claim]));
        expect(shared["securityContext"]).toHaveProperty("fsGroup", 1000);
        expect(shared["volumes"]).toContainEqual({
            name: "scratch",
            persistentVolumeClaim: { claimName: "shared", readOnly: true },
        });
    });

    it("keeps Outputs in names of Secrets, claims and images of any container", () => {
        const name = output("later");
        const args = changed(
            changed(FULL, ["workload", "sidecars", 0, "image"], name),
            ["workload", "volumes", 1, "secret", "name"],
            name,
        );
        const read = (...path: (string | number)[]): unknown => valueAt(podSpec(args), path);
        expect(read("initContainers", 0, "image")).toBeInstanceOf(Unknown);
        expect(read("volumes", 3, "secret", "secretName")).toMatchObject({
            path: "workload.volumes[1].secret.name",
            identity: name,
        });
    });
});

describe("limits", () => {
    it("follow devices too, which Kubernetes gives whole or not at all", () => {
        const requests = { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1", "hugepages-2Mi": "64Mi" };
        expect(container(withContainer({ resources: { requests } }))["resources"]).toEqual({
            requests,
            limits: { memory: "16Gi", "nvidia.com/gpu": "1", "hugepages-2Mi": "64Mi" },
        });
    });

    it("of a container that prepares are those of the pool's own, without its devices", () => {
        const args = withWorkload({
            container: {
                ...WORKER.workload.container,
                resources: { requests: { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1" } },
            },
            initContainers: [{ name: "fetch", image: "registry.example/fetch:1" }],
        });
        expect(valueAt(podSpec(args), ["initContainers", 0, "resources"])).toEqual({
            requests: { cpu: "4", memory: "16Gi" },
            limits: { memory: "16Gi" },
        });
    });

    it("equal requests in every container where the pods must be Guaranteed", () => {
        const requests = { cpu: "100m", memory: "64Mi" };
        const args = changed(
            withWorkload({ sidecars: [{ name: "proxy", image: "p:1", resources: { requests } }] }),
            ["qosClass"],
            "Guaranteed",
        );
        expect(valueAt(podSpec(args), ["initContainers", 0, "resources", "limits"])).toEqual(requests);
    });
});

describe("the time before a pod is asked to stop", () => {
    it("is given to containers that are called, by archetype, and counts into the grace period", () => {
        expect(container(GATEWAY)["lifecycle"]).toEqual({ preStop: { sleep: { seconds: 5 } } });
        expect(podSpec(GATEWAY)["terminationGracePeriodSeconds"]).toBe(40);
        expect(container(WORKER)).not.toHaveProperty("lifecycle");
        const portless = changed(GATEWAY, ["workload", "container", "ports"], undefined);
        expect(container(portless)).not.toHaveProperty("lifecycle");
    });

    it("is what is given, and none where that is nothing", () => {
        expect(container(FULL)["lifecycle"]).toEqual({ preStop: { exec: { command: ["/bin/hand-back"] } } });
        const none = changed(GATEWAY, ["workload", "container", "preStop"], { sleepSeconds: 0 });
        expect(container(none)).not.toHaveProperty("lifecycle");
        expect(podSpec(none)["terminationGracePeriodSeconds"]).toBe(35);
    });
});

describe("placement", () => {
    const placed = (placement: object, base = WORKER): Fields =>
        podSpec(changed(base, ["placement"], placement));

    it("selects the node pool's labels and tolerates its taints, beside what is given", () => {
        expect(podSpec(FULL)["nodeSelector"]).toEqual({ pool: "agents", disk: "ssd" });
        expect(podSpec(FULL)["tolerations"]).toEqual([
            { key: "agents", operator: "Equal", value: "true", effect: "NoSchedule" },
            { key: "team", operator: "Exists", effect: "NoExecute" },
            {
                key: "node.kubernetes.io/not-ready",
                operator: "Exists",
                effect: "NoExecute",
                tolerationSeconds: 60,
            },
            {
                key: "node.kubernetes.io/unreachable",
                operator: "Exists",
                effect: "NoExecute",
                tolerationSeconds: 60,
            },
        ]);
    });

    it("tolerates the taint of the GPUs that are requested, once", () => {
        const requests = { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1" };
        const gpu = withContainer({ resources: { requests } });
        const keys = (spec: Fields): unknown[] => (spec["tolerations"] as Fields[]).map(({ key }) => key);
        expect(keys(podSpec(gpu))[0]).toBe("nvidia.com/gpu");
        const own = { tolerations: [{ key: "nvidia.com/gpu", value: "present" }] };
        expect(keys(placed(own, gpu)).filter((key) => key === "nvidia.com/gpu")).toHaveLength(1);
    });

    it("spreads over zones and nodes where there is room, counting pods of one version", () => {
        expect(podSpec(WORKER)["topologySpreadConstraints"]).toEqual(
            ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
                maxSkew: 1,
                topologyKey,
                whenUnsatisfiable: "ScheduleAnyway",
                labelSelector: { matchLabels: { "agent-autoscaling/pool": "research" } },
                matchLabelKeys: ["pod-template-hash"],
            })),
        );
        const stateful = manifests(resolved(changed(WORKER, ["workload", "kind"], "StatefulSet"))).find(
            ({ role }) => role === "stateful-set",
        );
        expect(JSON.stringify(stateful?.object)).not.toContain("matchLabelKeys");
    });

    it("packs onto nodes that have others of the pool", () => {
        const packed = placed({ strategy: "Pack" });
        expect(packed).not.toHaveProperty("topologySpreadConstraints");
        expect(
            valueAt(packed, [
                "affinity",
                "podAffinity",
                "preferredDuringSchedulingIgnoredDuringExecution",
                0,
                "podAffinityTerm",
            ]),
        ).toEqual({
            labelSelector: { matchLabels: { "agent-autoscaling/pool": "research" } },
            topologyKey: "kubernetes.io/hostname",
        });
    });

    it("takes an affinity as it is, and adds nothing of its own", () => {
        const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } };
        const spec = placed({ affinity });
        expect(spec["affinity"]).toEqual(affinity);
        expect(spec).not.toHaveProperty("topologySpreadConstraints");
    });

    it("travels with the workload as far as no field of it says it", () => {
        expect(deployment(FULL).object.metadata["annotations"]).toMatchObject({
            "agent-autoscaling/intent": expect.stringContaining(
                '"nodePool":{"name":"spot","capacity":"Spot","noticeSeconds":120}',
            ) as string,
        });
    });
});

describe("origins", () => {
    it.each([
        [
            ["initContainers", 0, "resources", "requests", "cpu"],
            "workload.sidecars[0].resources.requests.cpu",
        ],
        [["initContainers", 1, "image"], "workload.initContainers[0].image"],
        [["initContainers", 1, "args"], "workload.initContainers[0]"],
        [["containers", 0, "lifecycle", "preStop"], "workload.container.preStop"],
        [["containers", 0, "volumeMounts", 1], "workload.container.volumeMounts"],
        [["volumes", 1], "workload.volumes"],
        [["tolerations", 2], "placement.tolerations"],
        [["nodeSelector", "disk"], "placement.nodeSelector.disk"],
        [["topologySpreadConstraints", 0], "placement.strategy"],
        [["securityContext", "fsGroup"], "workload.fsGroup"],
    ])("lead %j to the argument %s", (path, argument) => {
        expect(deployment(FULL).origin([...POD, ...path])).toEqual({ argument });
    });
});
