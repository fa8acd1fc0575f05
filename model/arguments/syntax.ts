import { Quantity, parseQuantity } from "../capacity";
import { isDay } from "../findings";

/** What a text must look like: the test, and the words for a message. */
export interface Syntax {
    /** What it is: `a namespace`. */
    readonly name: string;
    readonly accepts: (text: string) => boolean;
    /** What to write, as an instruction. */
    readonly fix: string;
}

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_TEXT = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LONGEST_LABEL = 63;
const LONGEST_SUBDOMAIN = 253;

/** An RFC 1123 label: a namespace, or a name that is put behind another. */
export const DNS_NAME: Syntax = {
    name: "an RFC 1123 label",
    accepts: (text) => text.length <= LONGEST_LABEL && DNS_LABEL.test(text),
    fix: `use at most ${LONGEST_LABEL} lower-case letters, digits and dashes, a letter or digit at both ends`,
};

/** The name of most Kubernetes objects. */
export const OBJECT_NAME: Syntax = {
    name: "a name that Kubernetes accepts",
    accepts: (text) => text.length <= LONGEST_SUBDOMAIN && DNS_SUBDOMAIN.test(text),
    fix: `use at most ${LONGEST_SUBDOMAIN} lower-case letters, digits, dashes and dots, a letter or digit at both ends`,
};

/** The value of a label (k8s.io/apimachinery validation IsValidLabelValue). */
export const LABEL_VALUE: Syntax = {
    name: "the value of a label",
    accepts: (text) => text === "" || (text.length <= LONGEST_LABEL && LABEL_TEXT.test(text)),
    fix: `use at most ${LONGEST_LABEL} letters, digits, dashes, dots and underscores, a letter or digit at both ends`,
};

/** The key of a label or an annotation (IsQualifiedName): `team`, `example.com/team`. */
export const QUALIFIED_NAME: Syntax = {
    name: "the key of a label or annotation",
    accepts: isQualifiedName,
    fix: `use at most ${LONGEST_LABEL} letters, digits, dashes, dots and underscores, with or without a prefix such as "example.com/"`,
};

function isQualifiedName(text: string): boolean {
    const slash = text.indexOf("/");
    const prefix = slash === -1 ? undefined : text.slice(0, slash);
    const name = text.slice(slash + 1);
    return (
        (prefix === undefined || OBJECT_NAME.accepts(prefix)) &&
        name.length <= LONGEST_LABEL &&
        LABEL_TEXT.test(name)
    );
}

const STANDARD_RESOURCES: ReadonlySet<string> = new Set(["cpu", "memory", "ephemeral-storage"]);

/** A resource that a container may request (k8s.io/kubernetes validation ValidateContainerResourceName). */
export const RESOURCE_NAME: Syntax = {
    name: "a resource of a container",
    accepts: (text) =>
        STANDARD_RESOURCES.has(text) ||
        /^hugepages-\w+$/.test(text) ||
        (text.includes("/") && isQualifiedName(text)),
    fix: 'use cpu, memory, ephemeral-storage, hugepages-..., or a name with a prefix such as "nvidia.com/gpu"',
};

/** An environment variable: printable ASCII without "=" (Kubernetes 1.32 relaxed the rest). */
export const VARIABLE_NAME: Syntax = {
    name: "the name of an environment variable",
    accepts: (text) => /^[ -<>-~]+$/.test(text),
    fix: 'use letters, digits and underscores; "=" and characters outside ASCII are refused',
};

/** A parameter, or a key of a Secret (apimachinery validation IsConfigMapKey). */
export const SECRET_KEY: Syntax = {
    name: "a key",
    accepts: (text) => text.length <= LONGEST_SUBDOMAIN && /^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/.test(text),
    fix: `use at most ${LONGEST_SUBDOMAIN} letters, digits, dashes, dots and underscores, not ".." in front`,
};

/** A key of a trigger's metadata. */
export const METADATA_KEY: Syntax = {
    name: "a key of the metadata",
    accepts: (text) => text.length <= LONGEST_SUBDOMAIN && /^[!-~]+$/.test(text),
    fix: `use at most ${LONGEST_SUBDOMAIN} letters, digits and signs, without spaces`,
};

/** The name of a metric that an adapter serves (autoscaling/v2 validation: it becomes part of a URL's path). */
export const METRIC_NAME: Syntax = {
    name: "the name of a metric",
    accepts: (text) => text !== "." && text !== ".." && !/[/%]/.test(text),
    fix: 'write it without "/" and "%", as the adapter has it',
};

/** The name of a port (IANA_SVC_NAME): `http`, `metrics`. */
export const PORT_NAME: Syntax = {
    name: "the name of a port",
    accepts: (text) =>
        text.length <= 15 && DNS_LABEL.test(text) && /[a-z]/.test(text) && !text.includes("--"),
    fix: "use at most 15 lower-case letters, digits and single dashes, with one letter at least",
};

/** `v1`, `apps/v1`, `argoproj.io/v1alpha1`. */
export const API_VERSION: Syntax = {
    name: "an API version",
    accepts: (text) => {
        const [version = "", group, ...more] = text.split("/").reverse();
        return (
            more.length === 0 &&
            /^v[1-9]\d{0,3}((alpha|beta)[1-9]\d{0,3})?$/.test(version) &&
            (group === undefined || OBJECT_NAME.accepts(group))
        );
    },
    fix: 'write it as group and version, for example "apps/v1"',
};

/** `Deployment`, `StatefulSet`, `Rollout`. */
export const KIND: Syntax = {
    name: "a kind",
    accepts: (text) => text.length <= LONGEST_LABEL && /^[A-Z][A-Za-z0-9]*$/.test(text),
    fix: 'write it as the API does, for example "StatefulSet"',
};

/** A number of pods or a share of them, as a PodDisruptionBudget takes it. */
export const PODS_OR_PERCENT: Syntax = {
    name: "a number of pods or a percentage",
    accepts: (text) => /^(0|[1-9]\d{0,8}|(\d|[1-9]\d|100)%)$/.test(text),
    fix: 'write a whole number such as "1", or a percentage from "0%" to "100%"',
};

/** An amount above 0 that a metric is compared with. */
export const POSITIVE_QUANTITY: Syntax = {
    name: "a quantity above 0",
    accepts: (text) => {
        const quantity = parseQuantity(text);
        return quantity instanceof Quantity && quantity.sign > 0;
    },
    fix: 'write an amount above 0 such as "500m" or "6Gi"',
};

/** A place in a container's file system. */
export const ABSOLUTE_PATH: Syntax = {
    name: "an absolute path",
    accepts: (text) => text.startsWith("/") && !text.includes(":"),
    fix: 'start it with "/", for example "/data", and leave out ":"',
};

/** A file in a volume (k8s.io/kubernetes validation validateLocalNonReservedPath). */
export const RELATIVE_PATH: Syntax = {
    name: "a path in the volume",
    accepts: (text) => text !== "" && !text.startsWith("/") && !text.split("/").includes(".."),
    fix: 'write it without "/" in front and without "..", for example "config/agent.yaml"',
};

/** A condition of a pod: `Ready`, `PodScheduled`, `example.com/Loaded`. */
export const CONDITION: Syntax = {
    name: "a condition of a pod",
    accepts: isQualifiedName,
    fix: 'write it as the pod\'s status has it, for example "Ready" or "PodScheduled"',
};

/** A day of the calendar: `2027-01-31`. */
export const DAY: Syntax = {
    name: "a day",
    accepts: isDay,
    fix: 'write year, month and day, for example "2027-01-31"',
};

/** A cloud's name of a machine: `m7i.xlarge`, `n2-standard-4`. */
export const MACHINE: Syntax = {
    name: "the name of a machine",
    accepts: (text) => text.length <= LONGEST_LABEL && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text),
    fix: 'write it as the cloud does, for example "m7i.xlarge" or "n2-standard-4"',
};
