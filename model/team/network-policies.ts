import type { Declared } from "../declared";
import type { OriginEntry } from "../declared";
import { POOL_LABEL } from "../pool";
import { CLOCK_LABEL } from "../scheduled";
import type { TeamEgressArgs } from "./args";
import { NetworkIsolation, NetworkProtocol } from "./choices";
import { clockPods } from "./clock-pods";
import { hasIdentity, identityServers } from "./identity-servers";
import { poolPorts } from "./pool-ports";
import type { Team, TeamPool } from "./team";
import { declareInTeam } from "./team-metadata";
import { namespaceOf, triggerPlaces } from "./trigger-places";

type Fields = Readonly<Record<string, unknown>>;

const { Tcp, Udp } = NetworkProtocol;
const EVERY_POD: Fields = {};
/** Every address but those of the link: what a cloud tells a node is not for its pods. */
const ANYWHERE: readonly Fields[] = [
    { ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.0.0/16"] } },
    { ipBlock: { cidr: "::/0", except: ["fe80::/10"] } },
];
/** Resolvers that are no pods: a node's own cache (kubernetes/enhancements#1351), and Cloud DNS on GKE (tektoncd/operator#4001). */
const LINK_LOCAL_DNS: readonly Fields[] = ["169.254.20.10/32", "169.254.169.254/32"].map((cidr) => ({
    ipBlock: { cidr },
}));

/** Where API servers listen: behind a cloud's endpoint, and where kubeadm put them (its default `bindPort`). */
const API_SERVER_PORTS = [443, 6443];

/** The NetworkPolicies of a team: all is shut, and each opening has a policy of its own that says what it is for. */
export function networkPolicies(team: Team): Declared[] {
    const { network } = team;
    if (network.isolation === NetworkIsolation.Open) return [];
    return [
        policy(team, "default-deny", EVERY_POD, { ingress: [], egress: [] }),
        policy(team, "dns", EVERY_POD, {
            egress: [
                { to: [inNamespace("kube-system"), ...LINK_LOCAL_DNS], ports: [on(53, Udp), on(53, Tcp)] },
            ],
        }),
        ...outside(team),
        ...team.pools.flatMap((pool) => [
            ...ingress(team, pool),
            ...toTriggers(team, pool),
            ...toIdentity(team, pool),
        ]),
        ...internal(team),
        ...toApiServer(team),
    ];
}

function outside(team: Team): Declared[] {
    const { egressPorts, egress } = team.network;
    const rules = [
        ...(egressPorts.length === 0 ? [] : [{ to: ANYWHERE, ports: egressPorts.map((port) => on(port)) }]),
        ...egress.map((each) => ({
            to: [placeOf(each)],
            ports: each.ports.map((port) => on(port, each.protocol)),
        })),
    ];
    if (rules.length === 0) return [];
    return [policy(team, "egress", EVERY_POD, { egress: rules }, [[["spec", "egress"], "network.egress"]])];
}

/** The pods of the team may ask each other on the ports that pools offer. */
function internal(team: Team): Declared[] {
    const ports = [...new Set(team.pools.flatMap(poolPorts))].sort((a, b) => a - b);
    if (ports.length === 0) return [];
    const to = [{ podSelector: EVERY_POD }];
    return [policy(team, "internal", EVERY_POD, { egress: [{ to, ports: ports.map((port) => on(port)) }] })];
}

/** Who may ask a pool: its own namespace, those that are named, and KEDA where the pool's number is its own. */
function ingress(team: Team, pool: TeamPool): Declared[] {
    const { ingressNamespaces, kedaNamespace } = team.network;
    const ports = poolPorts(pool);
    if (ports.length === 0) return [];
    const isAskedByKeda = pool.pool.scale.triggers.some(({ type }) => type === "metrics-api");
    const from = [
        { podSelector: EVERY_POD },
        ...ingressNamespaces.map(inNamespace),
        ...(isAskedByKeda ? [inNamespace(kedaNamespace)] : []),
    ];
    return [
        policy(team, `${pool.key}-ingress`, podsOf(pool), {
            ingress: [{ from, ports: ports.map((port) => on(port)) }],
        }),
    ];
}

/** CronJobs that set ceilings by the clock ask the API server, whose address is the cluster's own affair. */
function toApiServer(team: Team): Declared[] {
    if (clockPods(team).length === 0) return [];
    const pods = { matchExpressions: [{ key: CLOCK_LABEL, operator: "Exists" }] };
    const ports = API_SERVER_PORTS.map((port) => on(port));
    return [policy(team, "clock", pods, { egress: [{ to: ANYWHERE, ports }] })];
}

function toTriggers(team: Team, pool: TeamPool): Declared[] {
    if (!team.network.egressToTriggers) return [];
    const rules = triggerPlaces(pool.pool).map(({ host, port }) => {
        return { to: hostOf(host, team.namespace), ports: [on(port)] };
    });
    const texts = new Set<string>();
    const each = rules.filter((rule) => !texts.has(JSON.stringify(rule)) && texts.add(JSON.stringify(rule)));
    return each.length === 0 ? [] : [policy(team, `${pool.key}-triggers`, podsOf(pool), { egress: each })];
}

/** What hands out the cloud's credentials is a link-local address too, for the pods alone that have a right to them. */
function toIdentity(team: Team, pool: TeamPool): Declared[] {
    const servers = hasIdentity(pool.pool) ? identityServers(team.platform.provider) : [];
    if (servers.length === 0) return [];
    const egress = servers.map(({ cidrs, ports }) => ({
        to: cidrs.map((cidr) => ({ ipBlock: { cidr } })),
        ports: ports.map((port) => on(port)),
    }));
    return [policy(team, `${pool.key}-identity`, podsOf(pool), { egress })];
}

function hostOf(host: string, own: string): readonly Fields[] {
    if (/^\d+(\.\d+){3}$/.test(host)) return [{ ipBlock: { cidr: `${host}/32` } }];
    const namespace = namespaceOf(host, own);
    return namespace === undefined ? ANYWHERE : [inNamespace(namespace)];
}

function podsOf({ pool }: TeamPool): Fields {
    return { matchLabels: pool.adopt.deployment?.matchLabels ?? { [POOL_LABEL]: pool.name } };
}

function placeOf({ cidr, namespace = "" }: TeamEgressArgs): Fields {
    return cidr === undefined ? inNamespace(namespace) : { ipBlock: { cidr } };
}

/** By the label that the API server puts on each namespace. */
function inNamespace(name: string): Fields {
    return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } };
}

function on(port: number, protocol: NetworkProtocol = Tcp): Fields {
    return { port, protocol };
}

function policy(
    team: Team,
    name: string,
    podSelector: Fields,
    rules: { readonly ingress?: readonly Fields[]; readonly egress?: readonly Fields[] },
    origins: readonly OriginEntry[] = [],
): Declared {
    const policyTypes = [
        ...(rules.ingress === undefined ? [] : ["Ingress"]),
        ...(rules.egress === undefined ? [] : ["Egress"]),
    ];
    // An empty list is what the API server leaves out, so it is not written either.
    const written = Object.entries(rules).filter(([, list]) => list.length > 0);
    return declareInTeam(
        team,
        `network-${name}`,
        name,
        {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            spec: { podSelector, policyTypes, ...Object.fromEntries(written) },
        },
        [[["spec"], "network"], ...origins],
    );
}
