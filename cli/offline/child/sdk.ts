import { createRequire } from "node:module";
import type * as pulumi from "@pulumi/pulumi";
import type * as providerProto from "@pulumi/pulumi/proto/provider_pb";
import type * as resourceProto from "@pulumi/pulumi/proto/resource_pb";
import type * as structProto from "google-protobuf/google/protobuf/struct_pb";

/** Answers one call of the SDK. */
export type Respond<T> = (error: Error | null, response: T | undefined) => void;

/** The calls that a program makes to the engine. The SDK gives them untyped. */
export type Monitor = Record<string, (request: never, respond: Respond<unknown>) => void>;

/** The part of the SDK's internal state that is set here (pulumi/pulumi sdk/nodejs/runtime/state.ts). */
export interface Store {
    supportsOutputValues: boolean;
    supportsTransforms: boolean;
    supportsInvokeTransforms: boolean;
    logErrorCount: number;
    callbacks: unknown;
}

/** Functions of the SDK's log module, which the program and the launcher share. */
export type Log = Record<"debug" | "info" | "warn" | "error", (message: string) => Promise<void>>;

type Watch = (promise: Promise<unknown>, context: string) => Promise<unknown>;

type Serialize = (label: string, props: unknown, options?: object) => Promise<unknown>;

/** The copy of the SDK that the program itself uses. */
export interface Sdk {
    readonly pulumi: typeof pulumi;
    readonly resources: typeof resourceProto;
    readonly providers: typeof providerProto;
    readonly Struct: typeof structProto.Struct;
    readonly log: Log;
    readonly store: Store;
    readonly monitor: Monitor;
    readonly serializer: { serializeResourceProperties: Serialize };
    readonly leaks: { debuggablePromise: Watch };
    /** The class that serves transforms to the engine. */
    readonly CallbackServer: { readonly prototype: object };
}

/** Loads the program's SDK with Pulumi's own mocks installed, which keep it from calling an engine. */
export function loadSdk(packageFile: string, project: string, stack: string, organization: string): Sdk {
    const load = createRequire(packageFile) as (name: string) => unknown;
    const sdk = load("./index.js") as typeof pulumi;
    void sdk.runtime.setMocks(
        { newResource: () => ({ id: undefined, state: {} }), call: () => ({}) },
        project,
        stack,
        true,
        organization,
    );
    return {
        pulumi: sdk,
        resources: load("./proto/resource_pb.js") as typeof resourceProto,
        providers: load("./proto/provider_pb.js") as typeof providerProto,
        Struct: (load("google-protobuf/google/protobuf/struct_pb.js") as typeof structProto).Struct,
        log: load("./log/index.js") as Log,
        store: (load("./runtime/state.js") as { getStore: () => Store }).getStore(),
        monitor: (load("./runtime/settings.js") as { getMonitor: () => Monitor }).getMonitor(),
        serializer: load("./runtime/rpc.js") as Sdk["serializer"],
        leaks: load("./runtime/debuggable.js") as Sdk["leaks"],
        CallbackServer: (load("./runtime/callbacks.js") as Pick<Sdk, "CallbackServer">).CallbackServer,
    };
}
