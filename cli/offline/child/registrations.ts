import type {
    ReadResourceRequest,
    RegisterResourceOutputsRequest,
    RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Settings } from "../messages";
import type { Fields } from "../wire";
import { UNKNOWN } from "../wire";
import { isAutoNamed, standInName, withName } from "./auto-name";
import { described } from "./described";
import { noteRead, noteRegistration } from "./notes";
import { report } from "./report";
import type { Respond, Sdk } from "./sdk";
import { sourceOf } from "./source";
import { Transforms } from "./transforms";
import { urnOf } from "./urn";
import { asState, mapFields, withoutAbsent, withoutSecrets } from "./wire-forms";

const DYNAMIC = "pulumi-nodejs:dynamic:";

/** The engine's part in registering and reading resources: reports each, answers as a preview would. */
export class Registrations {
    /** What each resource's outputs are, by URN. */
    readonly states = new Map<string, Fields>();
    private readonly transforms: Transforms;

    constructor(
        private readonly sdk: Sdk,
        private readonly settings: Settings,
    ) {
        this.transforms = new Transforms(sdk);
        keepDependenciesOfLeaves(sdk);
        Object.assign(sdk.monitor, {
            registerResource: (request: RegisterResourceRequest, respond: Respond<unknown>) => {
                void answer(respond, () => this.register(request));
            },
            readResource: (request: ReadResourceRequest, respond: Respond<unknown>) => {
                void answer(respond, () => this.read(request));
            },
            registerResourceOutputs: (request: RegisterResourceOutputsRequest, respond: Respond<unknown>) => {
                void answer(respond, () => this.outputs(request));
            },
            // The SDK asks before it uses what newer engines offer. All of it is answered here.
            supportsFeature: (_: never, respond: Respond<unknown>) => {
                respond(null, { getHassupport: () => true });
            },
            registerResourceHook: ok,
            registerErrorHook: ok,
            signalAndWaitForShutdown: (request: never, respond: Respond<unknown>) => {
                report({ kind: "finished" });
                ok(request, respond);
            },
        });
    }

    private register(request: RegisterResourceRequest): unknown {
        const urn = this.urn(request);
        if (this.states.has(urn))
            throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
        this.states.set(urn, {});
        const tokens = this.transforms.tokens(request, urn);
        if (tokens.length === 0) return this.accept(request, urn);
        return this.transforms.apply(tokens, request).then(() => this.accept(request, urn));
    }

    private accept(request: RegisterResourceRequest, urn: string): unknown {
        const type = request.getType();
        const given = ownInputs(request);
        const standIn = standInName(request.getName(), urn);
        const named = isAutoNamed(type, request.getCustom()) ? withName(given, standIn) : undefined;
        const inputs = named ?? given;
        const source = sourceOf(request, this.settings.projectDir);
        const registration = {
            ...described(request, urn),
            ...(source === undefined ? {} : { source }),
            inputs: mapFields(inputs, withoutSecrets),
            ...(named === undefined ? {} : { autoName: standIn }),
        };
        report({ kind: "registration", registration });
        noteRegistration(request, urn);
        const state = request.getRemote() ? {} : mapFields(inputs, asState);
        this.states.set(urn, state);
        const response = new this.sdk.resources.RegisterResourceResponse();
        response.setUrn(urn);
        // An empty id is one that is not known yet.
        response.setId("");
        response.setObject(this.sdk.Struct.fromJavaScript(state as never));
        return response;
    }

    private read(request: ReadResourceRequest): unknown {
        const urn = this.urn(request);
        const inputs = (request.getProperties()?.toJavaScript() ?? {}) as Fields;
        const state = { ...inputs, ...this.stackOutputs(request, inputs) };
        this.states.set(urn, state);
        const response = new this.sdk.resources.ReadResourceResponse();
        response.setUrn(urn);
        response.setProperties(this.sdk.Struct.fromJavaScript(state as never));
        return response;
    }

    private stackOutputs(request: ReadResourceRequest, inputs: Fields): Fields {
        const name = inputs["name"];
        const referenced = typeof name === "string" ? name : request.getId();
        const outputs =
            request.getType() === "pulumi:pulumi:StackReference"
                ? this.settings.answers.stacks?.[referenced]
                : undefined;
        if (outputs !== undefined) return { outputs, secretOutputNames: [] };
        noteRead(request, referenced);
        return { outputs: UNKNOWN, secretOutputNames: UNKNOWN };
    }

    private outputs(request: RegisterResourceOutputsRequest): object {
        const outputs = (request.getOutputs()?.toJavaScript() ?? {}) as Fields;
        report({ kind: "outputs", urn: request.getUrn(), outputs: mapFields(outputs, withoutSecrets) });
        return {};
    }

    private urn(request: RegisterResourceRequest | ReadResourceRequest): string {
        const { project, stack } = this.settings;
        return urnOf(project, stack, request.getParent(), request.getType(), request.getName());
    }
}

/** The inputs that the author gave; the code of a dynamic provider, which the SDK adds, is not the author's. */
function ownInputs(request: RegisterResourceRequest): Fields {
    const all = (request.getObject()?.toJavaScript() ?? {}) as Fields;
    const inputs = request.getRemote() ? all : (withoutAbsent(all) as Fields);
    if (!request.getType().startsWith(DYNAMIC)) return inputs;
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "__provider"));
}

/**
 * Lets the SDK send each output among a resource's inputs with the resources that it comes from, as it does
 * for remote components. Without it, only all dependencies of a whole property are known.
 */
function keepDependenciesOfLeaves(sdk: Sdk): void {
    sdk.store.supportsOutputValues = true;
    const serialize = sdk.serializer.serializeResourceProperties;
    sdk.serializer.serializeResourceProperties = (label, props, options) =>
        serialize(label, props, { ...options, keepOutputValues: true });
}

async function answer(respond: Respond<unknown>, make: () => unknown): Promise<void> {
    try {
        respond(null, await make());
    } catch (error) {
        respond(error instanceof Error ? error : new Error(String(error)), undefined);
    }
}

function ok(_: never, respond: Respond<unknown>): void {
    respond(null, {});
}
