import type { Shape } from "../arguments";
import {
    ABSOLUTE_PATH,
    anyInput,
    anyText,
    boolean,
    DNS_NAME,
    group,
    input,
    inputOf,
    integer,
    listOf,
    mapOf,
    OBJECT_NAME,
    PORT_NAME,
    RESOURCE_NAME,
    SECRET_KEY,
    text,
    textOf,
    VARIABLE_NAME,
} from "../arguments";

/** Longest grace period that a preStop hook may take from. */
const MOST_SECONDS = 86_400;

const key = group({ name: inputOf(OBJECT_NAME), key: textOf(SECRET_KEY) }, { required: ["name", "key"] });

const anyContainer: Readonly<Record<string, Shape>> = {
    image: input,
    command: listOf(anyInput),
    args: listOf(anyInput),
    env: mapOf(anyInput, VARIABLE_NAME),
    secretEnv: mapOf(key, VARIABLE_NAME),
    configEnv: mapOf(key, VARIABLE_NAME),
    envFromSecrets: listOf(inputOf(OBJECT_NAME)),
    envFromConfigMaps: listOf(inputOf(OBJECT_NAME)),
    volumeMounts: listOf(
        group(
            { name: textOf(DNS_NAME), mountPath: textOf(ABSOLUTE_PATH), readOnly: boolean, subPath: text },
            { required: ["name", "mountPath"] },
        ),
    ),
};

const ports = listOf(
    group({ containerPort: integer(1, 65_535), name: textOf(PORT_NAME) }, { required: ["containerPort"] }),
);

/** The form of `ResourcesArgs`. */
export const RESOURCES_SHAPE = group(
    { requests: mapOf(text, RESOURCE_NAME), limits: mapOf(text, RESOURCE_NAME) },
    { required: ["requests"] },
);

const exec = group({ command: listOf(anyText, true) }, { required: ["command"] });

/** The form of `ContainerArgs`. */
export const CONTAINER_SHAPE = group(
    {
        ...anyContainer,
        ports,
        resources: RESOURCES_SHAPE,
        preStop: group(
            { sleepSeconds: integer(0, MOST_SECONDS), exec },
            { exactlyOne: [["sleepSeconds", "exec"]] },
        ),
    },
    { required: ["image", "resources"] },
);

/** The form of `SidecarArgs`. */
export const SIDECAR_SHAPE = group(
    { ...anyContainer, name: textOf(DNS_NAME), ports, resources: RESOURCES_SHAPE },
    { required: ["name", "image", "resources"] },
);

/** The form of `InitContainerArgs`. */
export const INIT_CONTAINER_SHAPE = group(
    { ...anyContainer, name: textOf(DNS_NAME), resources: RESOURCES_SHAPE },
    { required: ["name", "image"] },
);

/** The form of `ProbeArgs`. */
export const PROBE_SHAPE = group(
    {
        httpGet: group({ path: text, port: integer(1, 65_535) }, { required: ["path", "port"] }),
        tcpSocket: group({ port: integer(1, 65_535) }, { required: ["port"] }),
        exec,
        periodSeconds: integer(1),
        failureThreshold: integer(1),
        timeoutSeconds: integer(1),
    },
    { exactlyOne: [["httpGet", "tcpSocket", "exec"]] },
);
