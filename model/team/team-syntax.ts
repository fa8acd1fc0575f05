import type { Syntax } from "../arguments";
import { OBJECT_NAME, QUALIFIED_NAME } from "../arguments";
import { Quantity, parseQuantity } from "../capacity";

/** What a quota counts without a prefix (k8s.io/kubernetes pkg/apis/core/helper standardQuotaResources). */
const PLAIN = new Set([
    "cpu",
    "memory",
    "ephemeral-storage",
    "pods",
    "services",
    "services.loadbalancers",
    "services.nodeports",
    "replicationcontrollers",
    "resourcequotas",
    "secrets",
    "configmaps",
    "persistentvolumeclaims",
]);

/** The name under which a quota counts something. */
export const QUOTA_NAME: Syntax = {
    name: "a resource of a quota",
    accepts: (text) =>
        PLAIN.has(text) ||
        /^hugepages-\w+$/.test(text) ||
        /^(requests|limits)\.(cpu|memory|storage|ephemeral-storage|hugepages-\w+)$/.test(text) ||
        (text.startsWith("requests.") && text.includes("/") && QUALIFIED_NAME.accepts(text)) ||
        (text.includes(".storageclass.storage.k8s.io/") && QUALIFIED_NAME.accepts(text)) ||
        (text.startsWith("count/") && OBJECT_NAME.accepts(text.slice("count/".length))),
    fix: 'use such as "requests.cpu", "limits.memory", "pods", "requests.nvidia.com/gpu", "persistentvolumeclaims" or "count/jobs.batch"',
};

/** An amount of a quota; none at all is one too. */
export const QUOTA_AMOUNT: Syntax = {
    name: "an amount",
    accepts: (text) => {
        const quantity = parseQuantity(text);
        return quantity instanceof Quantity && quantity.sign >= 0;
    },
    fix: 'write an amount such as "120", "500m" or "64Gi"',
};

/** A network: an address and how many of its bits count. */
export const CIDR: Syntax = {
    name: "a network",
    accepts: (text) => isIpv4Network(text) || isIpv6Network(text),
    fix: 'write address and length, for example "10.20.0.0/16"',
};

function isIpv4Network(text: string): boolean {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d|[12]\d|3[0-2])$/.exec(text);
    return match?.slice(1, 5).every((part) => Number(part) <= 255 && !/^0\d/.test(part)) ?? false;
}

function isIpv6Network(text: string): boolean {
    const [address = "", length = "", ...more] = text.split("/");
    if (more.length > 0 || !/^(\d|[1-9]\d|1[01]\d|12[0-8])$/.test(length)) return false;
    const halves = address.split("::");
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const isFull = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
    return isFull && groups.every((each) => /^[0-9a-fA-F]{1,4}$/.test(each));
}
