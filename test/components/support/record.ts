import * as pulumi from "@pulumi/pulumi";
import { cloudOutputs } from "./cloud-outputs";

/** One registration of a program under Pulumi's mocks. */
export interface Recorded {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly parent: string | undefined;
    readonly inputs: Record<string, unknown>;
    readonly deleteBeforeReplace: boolean | undefined;
    readonly ignoreChanges: readonly string[] | undefined;
    readonly aliases: readonly string[];
    readonly formerTypes: readonly string[];
    readonly replaceOnChanges: readonly string[] | undefined;
    readonly dependsOn: readonly string[];
}

/**
 * Runs a program under mocks and returns what it registered, in order. The options are those that the component
 * gave its children, seen through a transformation; what the engine makes of them (aliases, ignored changes) is
 * beyond what mocks can show.
 */
export async function record(
    program: (opts: pulumi.ComponentResourceOptions) => unknown,
): Promise<Recorded[]> {
    const inputs = new Map<string, Record<string, unknown>>();
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs: given }) => {
                inputs.set(`${type}::${name}`, given as Record<string, unknown>);
                return { id: `${name}-id`, state: { ...cloudOutputs(type, name), ...(given as object) } };
            },
            call: ({ inputs: given }) => given as Record<string, unknown>,
        },
        "project",
        "stack",
        false,
    );
    const seen: pulumi.ResourceTransformationArgs[] = [];
    const spy = (args: pulumi.ResourceTransformationArgs): undefined => {
        seen.push(args);
    };
    program({ transformations: [spy] });
    await pulumi.runtime.disconnect();
    return Promise.all(
        seen.map(async ({ type, name, opts, resource }) => {
            const custom = opts as pulumi.CustomResourceOptions;
            const depends = Array.isArray(custom.dependsOn) ? (custom.dependsOn as pulumi.Resource[]) : [];
            return {
                type,
                name,
                urn: await urnOf(resource),
                parent: opts.parent === undefined ? undefined : await urnName(opts.parent),
                inputs: inputs.get(`${type}::${name}`) ?? {},
                deleteBeforeReplace: custom.deleteBeforeReplace,
                ignoreChanges: opts.ignoreChanges,
                aliases: (opts.aliases ?? []).filter((alias) => typeof alias === "string"),
                formerTypes: (opts.aliases ?? []).flatMap((alias) =>
                    typeof alias === "object" && "type" in alias ? [alias.type as string] : [],
                ),
                replaceOnChanges: opts.replaceOnChanges,
                dependsOn: await Promise.all(depends.map(urnName)),
            };
        }),
    );
}

async function urnName(resource: pulumi.Resource): Promise<string> {
    const urn = await urnOf(resource);
    return urn.split("::").at(-1) ?? urn;
}

function urnOf(resource: pulumi.Resource): Promise<string> {
    return new Promise((resolve) => {
        resource.urn.apply(resolve);
    });
}
