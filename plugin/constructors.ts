import { createRequire } from "node:module";
import type * as pulumi from "@pulumi/pulumi";
import * as components from "../index";

/** A component as the engine constructs it; its arguments come from another process, and it checks them itself. */
export type ComponentConstructor = new (
    name: string,
    args: pulumi.Inputs,
    opts: pulumi.ComponentResourceOptions,
) => pulumi.ComponentResource;

type Constructors = Readonly<Record<string, unknown>>;

const load = createRequire(__filename);

/** Components whose cloud's SDK, which is large and which not everyone has, is loaded when one is constructed. */
const CLOUD_COMPONENTS: Readonly<Record<string, "aws" | "gcp">> = {
    EksKedaIdentity: "aws",
    EksScheduledScaler: "aws",
    EksSpotNodeGroup: "aws",
    GkeComputeClass: "gcp",
    GkeKedaIdentity: "gcp",
    GkeScheduledScaler: "gcp",
    GkeSpotNodePool: "gcp",
    InterruptionQueue: "aws",
    KarpenterNodePool: "aws",
};

/**
 * The class of a component by its name in the schema; `undefined` where there is none.
 *
 * @throws an error that names the package to install, where the SDK of its cloud is missing.
 */
export function constructorOf(name: string): ComponentConstructor | undefined {
    const cloud = Object.hasOwn(CLOUD_COMPONENTS, name) ? CLOUD_COMPONENTS[name] : undefined;
    const room: Constructors = cloud === undefined ? components : loadCloud(name, cloud);
    return Object.hasOwn(room, name) ? (room[name] as ComponentConstructor) : undefined;
}

function loadCloud(name: string, cloud: "aws" | "gcp"): Constructors {
    const sdk = `@pulumi/${cloud}`;
    try {
        load.resolve(sdk);
    } catch {
        throw new Error(
            `${name} needs ${sdk}, which is not installed beside agent-autoscaling; add it there: npm install ${sdk}`,
        );
    }
    return load(`../components/${cloud}`) as Constructors;
}
