import type { PodSpec, QosClass } from "../../../model/capacity";

/** A pod, the QoS class that Kubernetes gives it, and what it requests, in cores and bytes. */
export interface RecordedPod {
    readonly name: string;
    readonly podSpec: PodSpec;
    readonly qosClass: QosClass;
    readonly requests: Readonly<Record<string, string>>;
}

/** Answers of Kubernetes 1.36.4's own code: defaults of a Pod, `ComputePodQOS`, `PodRequests`. */
export const RECORDED_PODS: readonly RecordedPod[] = [
    { name: "no resources", podSpec: { containers: [{ name: "a" }] }, qosClass: "BestEffort", requests: {} },
    {
        name: "limits alone",
        podSpec: { containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }] },
        qosClass: "Guaranteed",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "requests alone",
        podSpec: { containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }] },
        qosClass: "Burstable",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "equal in other words",
        podSpec: {
            containers: [
                {
                    name: "a",
                    resources: {
                        requests: { cpu: "0.5", memory: "1Gi" },
                        limits: { cpu: "500m", memory: "1024Mi" },
                    },
                },
            ],
        },
        qosClass: "Guaranteed",
        requests: { cpu: "0.5", memory: "1073741824" },
    },
    {
        name: "a lower request",
        podSpec: {
            containers: [
                {
                    name: "a",
                    resources: {
                        requests: { cpu: "0.5", memory: "1Gi" },
                        limits: { cpu: "1", memory: "1Gi" },
                    },
                },
            ],
        },
        qosClass: "Burstable",
        requests: { cpu: "0.5", memory: "1073741824" },
    },
    {
        name: "no memory limit",
        podSpec: { containers: [{ name: "a", resources: { limits: { cpu: "1" } } }] },
        qosClass: "Burstable",
        requests: { cpu: "1" },
    },
    {
        name: "zeros alone",
        podSpec: {
            containers: [
                {
                    name: "a",
                    resources: { requests: { cpu: "0", memory: "0" }, limits: { cpu: "0", memory: "0" } },
                },
            ],
        },
        qosClass: "BestEffort",
        requests: { cpu: "0", memory: "0" },
    },
    {
        name: "a zero request beside a limit",
        podSpec: {
            containers: [
                {
                    name: "a",
                    resources: { requests: { cpu: "0", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
                },
            ],
        },
        qosClass: "Burstable",
        requests: { cpu: "0", memory: "1073741824" },
    },
    {
        name: "a sidecar without limits",
        podSpec: {
            containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }, { name: "b" }],
        },
        qosClass: "Burstable",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "unequal containers with equal sums",
        podSpec: {
            containers: [
                {
                    name: "a",
                    resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "2", memory: "1Gi" } },
                },
                {
                    name: "b",
                    resources: { requests: { cpu: "2", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
                },
            ],
        },
        qosClass: "Guaranteed",
        requests: { cpu: "3", memory: "2147483648" },
    },
    {
        name: "an init container without limits",
        podSpec: {
            containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }],
            initContainers: [{ name: "i" }],
        },
        qosClass: "Burstable",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "other resources alone",
        podSpec: {
            containers: [
                { name: "a", resources: { limits: { "nvidia.com/gpu": "1", "ephemeral-storage": "1Gi" } } },
            ],
        },
        qosClass: "BestEffort",
        requests: { "ephemeral-storage": "1073741824", "nvidia.com/gpu": "1" },
    },
    {
        name: "pod-level limits",
        podSpec: { resources: { limits: { cpu: "2", memory: "2Gi" } }, containers: [{ name: "a" }] },
        qosClass: "Guaranteed",
        requests: { cpu: "2", memory: "2147483648" },
    },
    {
        name: "pod-level limits over container requests",
        podSpec: {
            resources: { limits: { cpu: "2", memory: "2Gi" } },
            containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
        },
        qosClass: "Burstable",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "pod-level requests",
        podSpec: {
            resources: { requests: { cpu: "2", memory: "2Gi" } },
            containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }],
        },
        qosClass: "Burstable",
        requests: { cpu: "2", memory: "2147483648" },
    },
    {
        name: "pod-level cpu limit alone",
        podSpec: {
            resources: { limits: { cpu: "2" } },
            containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }],
        },
        qosClass: "Burstable",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "empty pod-level resources",
        podSpec: {
            resources: {},
            containers: [{ name: "a", resources: { limits: { cpu: "1", memory: "1Gi" } } }],
        },
        qosClass: "BestEffort",
        requests: { cpu: "1", memory: "1073741824" },
    },
    {
        name: "a large init container",
        podSpec: {
            containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
            initContainers: [{ name: "i", resources: { requests: { cpu: "4", memory: "512Mi" } } }],
        },
        qosClass: "Burstable",
        requests: { cpu: "4", memory: "1073741824" },
    },
    {
        name: "sidecars and init containers",
        podSpec: {
            containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
            initContainers: [
                {
                    name: "s",
                    restartPolicy: "Always",
                    resources: { requests: { cpu: "500m", memory: "256Mi" } },
                },
                { name: "i", resources: { requests: { cpu: "2", memory: "2Gi" } } },
                {
                    name: "t",
                    restartPolicy: "Always",
                    resources: { requests: { cpu: "250m", memory: "128Mi" } },
                },
            ],
        },
        qosClass: "Burstable",
        requests: { cpu: "2.5", memory: "2415919104" },
    },
    {
        name: "an init container before the sidecars",
        podSpec: {
            containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
            initContainers: [
                { name: "i", resources: { requests: { cpu: "2", memory: "2Gi" } } },
                {
                    name: "s",
                    restartPolicy: "Always",
                    resources: { requests: { cpu: "500m", memory: "256Mi" } },
                },
            ],
        },
        qosClass: "Burstable",
        requests: { cpu: "2", memory: "2147483648" },
    },
    {
        name: "overhead",
        podSpec: {
            overhead: { cpu: "250m", memory: "120Mi" },
            containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
        },
        qosClass: "Burstable",
        requests: { cpu: "1.25", memory: "1199570944" },
    },
    {
        name: "pod-level limits, overhead and a gpu",
        podSpec: {
            overhead: { cpu: "250m" },
            resources: { limits: { cpu: "2", memory: "2Gi" } },
            containers: [{ name: "a", resources: { limits: { "nvidia.com/gpu": "1" } } }],
        },
        qosClass: "Guaranteed",
        requests: { cpu: "2.25", memory: "2147483648", "nvidia.com/gpu": "1" },
    },
];
