import type * as pulumi from "@pulumi/pulumi";
import { refuseBy, throwNow } from "../components/refuse";
import { constructorOf } from "./constructors";

/** What the provider reads in its own schema: its version, and which outputs a component has. */
interface PackageSchema {
    version: string;
    resources: Record<string, { properties: Record<string, unknown> }>;
}

/**
 * The provider of the package's components. It serves a schema that was generated beforehand: generating it at
 * every start, as the SDK's `componentProviderHost` does, makes each preview and update wait for a type check of
 * the whole package.
 *
 * @param schema The package's schema as JSON text, `schema.json`.
 */
export function componentProvider(schema: string): pulumi.provider.Provider {
    refuseBy(throwNow);
    const { version, resources } = JSON.parse(schema) as PackageSchema;

    const construct = (
        name: string,
        type: string,
        args: pulumi.Inputs,
        opts: pulumi.ComponentResourceOptions,
    ): pulumi.provider.ConstructResult => {
        const described = Object.hasOwn(resources, type) ? resources[type] : undefined;
        const Component =
            described === undefined ? undefined : constructorOf(type.slice(type.lastIndexOf(":") + 1));
        if (described === undefined || Component === undefined) {
            const known = Object.keys(resources).join(", ");
            throw new Error(`there is no component ${type} in version ${version}, which has ${known}`);
        }
        const component = new Component(name, args, opts);
        const outputs = component as unknown as pulumi.Inputs;
        const state = Object.keys(described.properties).map((output) => [output, outputs[output]] as const);
        return { urn: component.urn, state: Object.fromEntries(state) };
    };

    return {
        version,
        schema,
        construct: (...request) =>
            new Promise((resolve) => {
                resolve(construct(...request));
            }),
    };
}
