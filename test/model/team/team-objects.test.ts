import { describe, expect, it } from "vitest";
import type { AgentPoolArgs } from "../../../model/pool";
import { CIDR, QUOTA_NAME } from "../../../model/team/team-syntax";
import { namespaceOf } from "../../../model/team/trigger-places";
import { CRAWLER, GATEWAY, objectOf, said, team } from "./support/teams";

const specOf = (args: object, kind: string, name?: string) => objectOf(team(args), kind, name)["spec"];
const template = (spec: object, container: object = {}): AgentPoolArgs => ({
    ...CRAWLER,
    workload: {
        podTemplate: {
            spec: { containers: [{ name: "agent", image: "registry.example/a:1", ...container }], ...spec },
        },
    },
});

describe("the namespace of a team", () => {
    const enforced = (args: object) => {
        const labels = objectOf(team(args), "Namespace").metadata["labels"] as Record<string, string>;
        return labels["pod-security.kubernetes.io/enforce"];
    };

    it("is called as it was asked, and has the team's labels", () => {
        expect(
            objectOf(team({ namespace: "lab", labels: { cost: "7" } }), "Namespace").metadata,
        ).toMatchObject({
            name: "lab",
            labels: { "app.kubernetes.io/name": "research", cost: "7" },
        });
    });

    it("enforces the strictest Pod Security Standard that all pools keep to", () => {
        const relaxed = { ...CRAWLER, workload: { ...CRAWLER.workload, security: "Relaxed" } };
        expect(enforced({})).toBe("restricted");
        expect(enforced({ pools: { a: CRAWLER, b: relaxed } })).toBe("baseline");
        expect(enforced({ pools: { a: template({}) } })).toBe("baseline");
        expect(enforced({ podSecurity: "privileged" })).toBe("privileged");
    });

    it.each<[string, object, object?]>([
        ["the host's network", { hostNetwork: true }],
        ["a path of the host", { volumes: [{ name: "docker", hostPath: { path: "/var/run" } }] }],
        ["a privileged container", {}, { securityContext: { privileged: true } }],
        ["a port of the host", {}, { ports: [{ containerPort: 80, hostPort: 80 }] }],
        ["more capabilities", {}, { securityContext: { capabilities: { add: ["NET_ADMIN"] } } }],
        ["no seccomp profile", { securityContext: { seccompProfile: { type: "Unconfined" } } }],
        ["what is known only after apply", { hostNetwork: Promise.resolve(true) }],
    ])("enforces nothing where a template asks for %s", (_what, spec, container) => {
        expect(enforced({ pools: { a: template(spec, container) } })).toBe("privileged");
    });

    it("is not fooled by what a template says it does not want", () => {
        expect(enforced({ pools: { a: template({ hostNetwork: false }) } })).toBe("baseline");
    });
});

describe("the LimitRange of a team", () => {
    it("gives a container without a request one, and no limit that would be a surprise", () => {
        expect(specOf({}, "LimitRange")).toEqual({
            limits: [{ type: "Container", defaultRequest: { cpu: "100m", memory: "128Mi" } }],
        });
    });

    it("lets claims be as large as the largest of the pools, or as was asked", () => {
        const claimTemplates = [{ name: "data", storage: "10Gi", mountPath: "/data" }];
        const keeper = {
            ...CRAWLER,
            workload: { ...CRAWLER.workload, kind: "StatefulSet", statefulSet: { claimTemplates } },
        };
        const claims = (limitRange: object) =>
            (specOf({ pools: { keeper }, limitRange }, "LimitRange") as { limits: object[] }).limits[1];
        expect(claims({})).toEqual({ type: "PersistentVolumeClaim", max: { storage: "10Gi" } });
        expect(claims({ maxClaimStorage: "20480Mi" })).toMatchObject({ max: { storage: "20Gi" } });
        expect(said({ pools: { keeper }, limitRange: { maxClaimStorage: "9Gi" } })).toEqual([
            expect.stringContaining(
                "limitRange.maxClaimStorage is 9Gi, and a volume of keeper asks for 10Gi",
            ) as string,
        ]);
    });

    it("never has a maximum below a container, to the very byte", () => {
        expect(said({ limitRange: { max: { memory: "2Gi" } } })).toEqual([]);
        expect(said({ limitRange: { max: { memory: "2147483647" } } })).toEqual([
            expect.stringContaining(
                "limitRange.max.memory is 2147483647, and container agent of crawler asks for 2Gi, so the API server refuses its pods",
            ) as string,
        ]);
    });

    it("never gives a limit below what a container requests", () => {
        expect(said({ limitRange: { defaultLimit: { cpu: "1" } } })).toEqual([]);
        expect(said({ limitRange: { defaultLimit: { cpu: "999m" } } })).toEqual([
            expect.stringContaining(
                "limitRange.defaultLimit.cpu is 999m, and container agent of crawler asks for 1",
            ) as string,
        ]);
        // A container with a limit of its own is given none.
        const container = {
            ...CRAWLER.workload.container,
            resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "2", memory: "1Gi" } },
        };
        const pools = { crawler: { ...CRAWLER, workload: { container } } };
        expect(
            said({ pools, limitRange: { defaultRequest: { cpu: "100m" }, defaultLimit: { cpu: "500m" } } }),
        ).toEqual([]);
    });

    it("is not there where pods that request nothing may run", () => {
        const { objects } = team({ quota: { bestEffortPods: 2 } });
        expect(objects.filter(({ object }) => object.kind === "LimitRange")).toEqual([]);
    });
});

describe("the priority classes of a team", () => {
    it("have the team's name in front, and say what they do to others", () => {
        const priorities = {
            batch: { value: 100, description: "work that waits" },
            online: { value: 1000, preemption: "PreemptLowerPriority" },
        };
        expect(objectOf(team({ priorities }), "PriorityClass", "research-batch")).toMatchObject({
            value: 100,
            preemptionPolicy: "Never",
            description: "work that waits",
        });
        expect(objectOf(team({ priorities }), "PriorityClass", "research-online")).toMatchObject({
            value: 1000,
            preemptionPolicy: "PreemptLowerPriority",
        });
    });
});

describe("the network of a team", () => {
    const names = (args: object) => {
        expect(said(args)).toEqual([]);
        return team(args)
            .objects.filter(({ object }) => object.kind === "NetworkPolicy")
            .map(({ object }) => object.metadata["name"]);
    };
    const ANYWHERE = [
        { ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.0.0/16"] } },
        { ipBlock: { cidr: "::/0", except: ["fe80::/10"] } },
    ];
    const inNamespace = (name: string) => ({
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
    });
    const withRedis = (address: unknown) => ({
        ...CRAWLER,
        scale: { ...CRAWLER.scale, triggers: [{ redis: { address, listName: "pages" } }] },
    });

    it("is shut in both directions, but for what the pools need", () => {
        expect(names({ pools: { crawler: CRAWLER, gateway: GATEWAY } })).toEqual([
            "default-deny",
            "dns",
            "egress",
            "crawler-triggers",
            "gateway-ingress",
            "internal",
        ]);
        expect(specOf({}, "NetworkPolicy", "default-deny")).toEqual({
            podSelector: {},
            policyTypes: ["Ingress", "Egress"],
        });
        expect(specOf({}, "NetworkPolicy", "dns")).toMatchObject({
            podSelector: {},
            egress: [
                {
                    to: [
                        inNamespace("kube-system"),
                        { ipBlock: { cidr: "169.254.20.10/32" } },
                        { ipBlock: { cidr: "169.254.169.254/32" } },
                    ],
                    ports: [
                        { port: 53, protocol: "UDP" },
                        { port: 53, protocol: "TCP" },
                    ],
                },
            ],
        });
        expect(specOf({}, "NetworkPolicy", "egress")).toEqual({
            podSelector: {},
            policyTypes: ["Egress"],
            egress: [{ to: ANYWHERE, ports: [{ port: 443, protocol: "TCP" }] }],
        });
    });

    it("lets the pods of a team ask a pool on its ports, those of other namespaces where they are named", () => {
        const pools = { gateway: GATEWAY };
        const network = { ingressNamespaces: ["edge"] };
        expect(specOf({ pools, network }, "NetworkPolicy", "gateway-ingress")).toEqual({
            podSelector: { matchLabels: { "agent-autoscaling/pool": "research-gateway" } },
            policyTypes: ["Ingress"],
            ingress: [
                {
                    from: [{ podSelector: {} }, inNamespace("edge")],
                    ports: [{ port: 8080, protocol: "TCP" }],
                },
            ],
        });
        expect(specOf({ pools }, "NetworkPolicy", "internal")).toMatchObject({
            egress: [{ to: [{ podSelector: {} }], ports: [{ port: 8080, protocol: "TCP" }] }],
        });
    });

    it("lets KEDA in where it asks the pool itself for a number", () => {
        const metricsApi = {
            url: "http://research-gateway:8080/load",
            valueLocation: "load",
            targetValue: 5,
        };
        const gateway = {
            ...GATEWAY,
            scale: { ...GATEWAY.scale, triggers: [{ metricsApi: { ...metricsApi, signal: "Total" } }] },
        };
        const from = (args: object) =>
            (specOf(args, "NetworkPolicy", "gateway-ingress") as { ingress: { from: object[] }[] }).ingress[0]
                ?.from;
        expect(from({ pools: { gateway } })).toContainEqual(inNamespace("keda"));
        const network = { kedaNamespace: "keda-system" };
        expect(from({ pools: { gateway }, network })).toContainEqual(inNamespace("keda-system"));
        expect(from({ pools: { gateway: GATEWAY } })).not.toContainEqual(inNamespace("keda"));
    });

    it.each<[string, object[]]>([
        ["redis.queue.svc:6379", [inNamespace("queue")]],
        ["redis:6379", [inNamespace("research")]],
        ["10.1.2.3:6379", [{ ipBlock: { cidr: "10.1.2.3/32" } }]],
        ["cache.example.com:6379", ANYWHERE],
    ])("opens what a trigger at %s names, for the pool alone", (address, to) => {
        expect(
            specOf({ pools: { crawler: withRedis(address) } }, "NetworkPolicy", "crawler-triggers"),
        ).toEqual({
            podSelector: { matchLabels: { "agent-autoscaling/pool": "research-crawler" } },
            policyTypes: ["Egress"],
            egress: [{ to, ports: [{ port: 6379, protocol: "TCP" }] }],
        });
    });

    it("does not open what only KEDA asks, nor anything where it was told not to", () => {
        const prometheus = {
            serverAddress: "http://prometheus.monitoring.svc:9090",
            query: "x",
            threshold: 5,
        };
        const observed = {
            ...GATEWAY,
            scale: { ...GATEWAY.scale, triggers: [{ prometheus: { ...prometheus, signal: "Total" } }] },
        };
        expect(names({ pools: { observed } })).not.toContain("observed-triggers");
        expect(names({ network: { egressToTriggers: false } })).not.toContain("crawler-triggers");
    });

    it("says where it could not be opened, since the address is known only after apply", () => {
        const warned = (args: object) =>
            said(args, "warning").filter((text) => text.includes("team-network"));
        const pools = { crawler: withRedis(Promise.resolve("redis:6379")) };
        expect(warned({ pools })).toEqual([
            expect.stringContaining(
                "pools.crawler.scale.triggers[0] says where its work is only after apply",
            ) as string,
        ]);
        expect(warned({ pools, network: { egress: [{ namespace: "queue", ports: [6379] }] } })).toEqual([]);
        expect(warned({})).toEqual([]);
    });

    const identified = { ...CRAWLER, workload: { ...CRAWLER.workload, serviceAccountName: "crawler" } };
    const EKS = [
        {
            to: [{ ipBlock: { cidr: "169.254.170.23/32" } }, { ipBlock: { cidr: "fd00:ec2::23/128" } }],
            ports: [{ port: 80, protocol: "TCP" }],
        },
    ];
    const GKE = [
        {
            to: [{ ipBlock: { cidr: "169.254.169.254/32" } }],
            ports: [
                { port: 80, protocol: "TCP" },
                { port: 8080, protocol: "TCP" },
            ],
        },
        {
            to: [{ ipBlock: { cidr: "169.254.169.252/32" } }],
            ports: [
                { port: 987, protocol: "TCP" },
                { port: 988, protocol: "TCP" },
            ],
        },
    ];

    it.each<[string, object[]]>([
        ["eks", EKS],
        ["eks-auto", EKS],
        ["gke", GKE],
        ["gke-autopilot", GKE],
    ])(
        "lets pods with an account of their own fetch the credentials of %s, and no others",
        (provider, egress) => {
            const args = { pools: { crawler: identified, plain: CRAWLER }, platform: { provider } };
            expect(specOf(args, "NetworkPolicy", "crawler-identity")).toEqual({
                podSelector: { matchLabels: { "agent-autoscaling/pool": "research-crawler" } },
                policyTypes: ["Egress"],
                egress,
            });
            expect(names(args)).not.toContain("plain-identity");
        },
    );

    it("knows an account by a template, or only after apply, and no cloud where none was stated", () => {
        const late = { ...CRAWLER.workload, serviceAccountName: Promise.resolve("crawler") };
        const pools = {
            late: { ...CRAWLER, workload: late },
            written: template({ serviceAccountName: "crawler" }),
            plain: template({}),
        };
        const identities = (platform?: object) =>
            team({ pools, ...(platform && { platform }) })
                .objects.map(({ object }) => object.metadata["name"])
                .filter((name) => String(name).endsWith("-identity"));
        expect(identities({ provider: "eks" })).toEqual(["late-identity", "written-identity"]);
        expect(identities({ provider: "generic" })).toEqual([]);
        expect(identities()).toEqual([]);
    });

    it("opens what was listed", () => {
        const network = {
            egressPorts: [],
            egress: [
                { cidr: "10.0.0.0/8", ports: [5432] },
                { namespace: "statsd", ports: [8125], protocol: "UDP" },
            ],
        };
        expect(specOf({ network }, "NetworkPolicy", "egress")).toMatchObject({
            egress: [
                { to: [{ ipBlock: { cidr: "10.0.0.0/8" } }], ports: [{ port: 5432, protocol: "TCP" }] },
                { to: [inNamespace("statsd")], ports: [{ port: 8125, protocol: "UDP" }] },
            ],
        });
    });

    it("is open where that was asked for", () => {
        expect(names({ network: { isolation: "Open" } })).toEqual([]);
    });

    it("knows the namespace of a Service by its name", () => {
        expect(
            ["a", "a.b", "a.b.svc", "a.b.svc.cluster.local", "a.b.com"].map((host) =>
                namespaceOf(host, "own"),
            ),
        ).toEqual(["own", "b", "b", "b", undefined]);
    });
});

describe("access to a team", () => {
    const rules = (name: string) =>
        objectOf(team({ access: { viewers: { groups: ["g"] }, editors: { users: ["u"] } } }), "Role", name)[
            "rules"
        ] as { resources: string[]; verbs: string[] }[];
    const verbsOn = (name: string, resource: string) =>
        rules(name)
            .filter(({ resources }) => resources.includes(resource))
            .flatMap(({ verbs }) => verbs)
            .sort();

    it("never includes secrets, nor anything that is not listed", () => {
        for (const name of ["research-viewer", "research-editor"]) {
            expect(verbsOn(name, "secrets")).toEqual([]);
            expect(JSON.stringify(rules(name))).not.toContain("*");
        }
    });

    it("lets viewers look, and editors work in pods and scale", () => {
        expect(new Set(rules("research-viewer").flatMap(({ verbs }) => verbs))).toEqual(
            new Set(["get", "list", "watch"]),
        );
        expect(verbsOn("research-viewer", "pods/log")).toEqual(["get", "list", "watch"]);
        expect(verbsOn("research-editor", "pods/exec")).toEqual(["create", "get"]);
        expect(verbsOn("research-editor", "deployments/scale")).toEqual(["get", "patch", "update"]);
        expect(verbsOn("research-editor", "deployments")).toEqual(["get", "list", "watch"]);
    });

    it("is nobody's where nobody was named", () => {
        const { objects } = team();
        expect(objects.filter(({ object }) => object.kind.startsWith("Role"))).toEqual([]);
    });
});

describe("texts", () => {
    it("are networks, or are not", () => {
        const networks = ["10.0.0.0/8", "0.0.0.0/0", "::/0", "2001:db8::/32", "1:2:3:4:5:6:7:8/128"];
        const others = [
            "10.0.0.0",
            "10.0.0.0/33",
            "10.0.0/8",
            "256.0.0.0/8",
            ":::/0",
            "2001::db8::/32",
            "::/129",
            "x/8",
            "",
        ];
        expect(networks.filter((each) => !CIDR.accepts(each))).toEqual([]);
        expect(others.filter((each) => CIDR.accepts(each))).toEqual([]);
    });

    it("are names that a quota counts under, or are not", () => {
        const names = [
            "pods",
            "cpu",
            "requests.cpu",
            "limits.memory",
            "requests.nvidia.com/gpu",
            "requests.storage",
            "count/jobs.batch",
            "fast.storageclass.storage.k8s.io/requests.storage",
            "requests.hugepages-2Mi",
        ];
        const others = [
            "pod",
            "request.cpu",
            "requests.gpu",
            "count/",
            "nvidia.com/gpu",
            "limits.nvidia.com/gpu",
            "",
        ];
        expect(names.filter((each) => !QUOTA_NAME.accepts(each))).toEqual([]);
        expect(others.filter((each) => QUOTA_NAME.accepts(each))).toEqual([]);
    });
});
