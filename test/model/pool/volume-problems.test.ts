import { describe, expect, it } from "vitest";
import { WORKER, changed, refusals } from "./support/pools";

const IMAGE = "registry.example/x:1";
const RESOURCES = { requests: { cpu: "1" } };

const workload = (more: object, container: object = {}): unknown =>
    changed(WORKER, ["workload"], { container: { ...WORKER.workload.container, ...container }, ...more });
const mount = (name: string, mountPath = `/${name}`): object => ({ volumeMounts: [{ name, mountPath }] });
const scratch = (name: string): object => ({ name, emptyDir: {} });

describe("volumes and containers of a pod", () => {
    it.each([
        [
            "a volume that nobody mounts",
            workload({ volumes: [scratch("cache")] }),
            "workload.volumes[0] has no effect: no container mounts it",
            "mount it, or remove it",
        ],
        [
            "a volume with the name of scratch space",
            workload({ volumes: [scratch("tmp")] }, mount("tmp")),
            'workload.volumes[0].name is "tmp", which is taken',
            "choose another",
        ],
        [
            "a volume with the name of a sidecar's scratch space",
            workload({ volumes: [scratch("tmp-proxy")] }, mount("tmp-proxy")),
            'workload.volumes[0].name is "tmp-proxy", which is taken',
            "choose another",
        ],
        [
            "two volumes of one name",
            workload({ volumes: [scratch("cache"), scratch("cache")] }, mount("cache")),
            'workload.volumes[1].name is "cache", which is taken',
            "choose another",
        ],
        [
            "a mount of what is not there",
            workload(
                { volumes: [scratch("cache")] },
                {
                    volumeMounts: [
                        { name: "cache", mountPath: "/a" },
                        { name: "cahce", mountPath: "/b" },
                    ],
                },
            ),
            'workload.container.volumeMounts[1].name is "cahce", and there is no such volume',
            "did you mean cache?",
        ],
        [
            "a mount where there are no volumes at all",
            workload({}, mount("cache")),
            'workload.container.volumeMounts[0].name is "cache", and there is no such volume',
            "declare it in workload.volumes",
        ],
        [
            "two mounts in one place",
            workload(
                { volumes: [scratch("a"), scratch("b")] },
                {
                    volumeMounts: [
                        { name: "a", mountPath: "/x" },
                        { name: "b", mountPath: "/x" },
                    ],
                },
            ),
            'workload.container.volumeMounts[1].mountPath is "/x", where another volume is mounted',
            "choose another",
        ],
        [
            "a sidecar with the pool's own container's name",
            workload({ sidecars: [{ name: "agent", image: IMAGE, resources: RESOURCES }] }),
            'workload.sidecars[0].name is "agent", which is taken',
            "choose another",
        ],
        [
            "an init container with a sidecar's name",
            workload({
                sidecars: [{ name: "proxy", image: IMAGE, resources: RESOURCES }],
                initContainers: [{ name: "proxy", image: IMAGE }],
            }),
            'workload.initContainers[0].name is "proxy", which is taken',
            "choose another",
        ],
        [
            "a name that leaves no room for its scratch space",
            workload({ initContainers: [{ name: "x".repeat(60), image: IMAGE }] }),
            "workload.initContainers[0].name has 60 characters, and its scratch volume leaves room for 59",
            "use 59 characters or fewer",
        ],
        [
            "a variable from two places",
            workload({}, { secretEnv: { QUEUE: { name: "s", key: "k" } } }),
            "workload.container.secretEnv.QUEUE is given in env too",
            "keep one of the two",
        ],
        [
            "a volume of two kinds",
            workload({ volumes: [{ name: "a", emptyDir: {}, secret: { name: "s" } }] }, mount("a")),
            "workload.volumes[0] has emptyDir and secret",
            "keep exactly one of them",
        ],
        [
            "a file outside of its volume",
            workload({ volumes: [{ name: "a", secret: { name: "s", items: { k: "../k" } } }] }, mount("a")),
            'workload.volumes[0].secret.items.k is "../k", which is not a path in the volume',
            'write it without "/" in front and without "..", for example "config/agent.yaml"',
        ],
        [
            "a mount path that is not absolute",
            workload({ volumes: [scratch("a")] }, mount("a", "a")),
            'workload.container.volumeMounts[0].mountPath is "a", which is not an absolute path',
            'start it with "/", for example "/data", and leave out ":"',
        ],
    ])("are refused with one error: %s", (_what, args, message, fix) => {
        expect(refusals(args).map((error) => [error.message, error.fix])).toEqual([[message, fix]]);
    });

    it.each([
        [
            "a volume that a sidecar alone mounts",
            {
                volumes: [scratch("cache")],
                sidecars: [{ name: "proxy", image: IMAGE, resources: RESOURCES, ...mount("cache") }],
            },
            {},
        ],
        ["scratch space of one's own", { volumes: [scratch("mine")] }, mount("mine", "/tmp")],
        ["a name that just leaves room", { initContainers: [{ name: "x".repeat(59), image: IMAGE }] }, {}],
        [
            "a claim of a StatefulSet in a sidecar",
            {
                kind: "StatefulSet",
                statefulSet: { claimTemplates: [{ name: "data", storage: "1Gi", mountPath: "/data" }] },
                sidecars: [{ name: "proxy", image: IMAGE, resources: RESOURCES, ...mount("data") }],
            },
            {},
        ],
    ])("may be: %s", (_what, more, container) => {
        expect(refusals(workload(more, container))).toEqual([]);
    });
});
