import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { RegisterResourceRequest, TransformResponse } from "@pulumi/pulumi/proto/resource_pb";
import type { Fields } from "../wire";
import type { Respond, Sdk } from "./sdk";
import { forTransform, mapFields, withoutAbsent } from "./wire-forms";

/** What runs a transform that the SDK has registered, by token. */
type Callbacks = Map<string, (request: Uint8Array) => Promise<unknown>>;

/**
 * The engine's part in resource transforms: keeps what the program registers, and lets it change each request
 * in the engine's order, which is the resource's own transforms, those of its parents outwards, those of the
 * stack. The SDK would serve transforms to the engine on a port; here they are called directly.
 */
export class Transforms {
    private readonly callbacks: Callbacks = new Map();
    private readonly ofStack: string[] = [];
    private readonly ofResource = new Map<string, { own: string[]; parent: string }>();

    constructor(private readonly sdk: Sdk) {
        sdk.store.supportsTransforms = true;
        sdk.store.supportsInvokeTransforms = true;
        sdk.store.callbacks = Object.assign(Object.create(sdk.CallbackServer.prototype) as object, {
            _callbacks: this.callbacks,
            _monitor: sdk.monitor,
            _pendingRegistrations: 0,
            _awaitQueue: [],
            _target: Promise.resolve("offline"),
            _server: { forceShutdown: (): void => undefined },
        });
        Object.assign(sdk.monitor, {
            registerStackTransform: (callback: Callback, respond: Respond<object>) => {
                this.ofStack.push(callback.getToken());
                respond(null, {});
            },
            registerStackInvokeTransform: (_: Callback, respond: Respond<object>) => {
                respond(null, {});
            },
        });
    }

    /** The transforms that apply to a request. They are remembered for the resource's children. */
    tokens(request: RegisterResourceRequest, urn: string): string[] {
        const own = request.getTransformsList().map((callback) => callback.getToken());
        this.ofResource.set(urn, { own, parent: request.getParent() });
        const all: string[] = [];
        for (let at = this.ofResource.get(urn); at !== undefined; at = this.ofResource.get(at.parent)) {
            all.push(...at.own);
        }
        return [...all, ...this.ofStack];
    }

    /** Lets transforms change a request's inputs and options in place. */
    async apply(tokens: readonly string[], request: RegisterResourceRequest): Promise<void> {
        for (const token of tokens) {
            const inputs = mapFields(
                withoutAbsent(request.getObject()?.toJavaScript() ?? {}) as Fields,
                forTransform,
            );
            request.setObject(this.sdk.Struct.fromJavaScript(inputs as never));
            const response = await this.callbacks.get(token)?.(this.transformRequest(request));
            if (response !== undefined) takeOver(request, response as TransformResponse);
        }
    }

    private transformRequest(request: RegisterResourceRequest): Uint8Array {
        const options = new this.sdk.resources.TransformResourceOptions();
        options.setDependsOnList(request.getDependenciesList());
        options.setIgnoreChangesList(request.getIgnorechangesList());
        options.setAliasesList(request.getAliasesList());
        options.setDeleteBeforeReplace(request.getDeletebeforereplace());
        options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
        options.setProvider(request.getProvider());
        options.setProtect(request.getProtect() ?? false);
        const transform = new this.sdk.resources.TransformRequest();
        transform.setType(request.getType());
        transform.setName(request.getName());
        transform.setCustom(request.getCustom());
        transform.setParent(request.getParent());
        transform.setProperties(request.getObject());
        transform.setOptions(options);
        return transform.serializeBinary();
    }
}

function takeOver(request: RegisterResourceRequest, response: TransformResponse): void {
    request.setObject(response.getProperties());
    const options = response.getOptions();
    if (options === undefined) return;
    request.setDependenciesList(options.getDependsOnList());
    request.setIgnorechangesList(options.getIgnoreChangesList());
    request.setAliasesList(options.getAliasesList());
    request.setDeletebeforereplace(options.getDeleteBeforeReplace() ?? false);
    request.setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList());
    request.setProvider(options.getProvider());
}
