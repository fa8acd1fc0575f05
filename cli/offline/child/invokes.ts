import type { ResourceInvokeRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Answers } from "../messages";
import { UNANSWERED } from "../messages";
import type { Fields } from "../wire";
import { decodeYaml } from "./decode-yaml";
import { note } from "./notes";
import type { Respond, Sdk } from "./sdk";
import { unknownValue } from "./unknown-value";

/** Functions that make a whole chart or directory into objects; without the provider they give none. */
const RENDERERS = new Set(["kubernetes:helm:template", "kubernetes:kustomize:directory"]);

/** State of the resources that are registered, for references to them. */
export type States = ReadonlyMap<string, Fields>;

/**
 * Answers the functions of providers: from the answers that were given, YAML decoding by ourselves, anything
 * else with a value that is not known and a note.
 */
export class Invokes {
    private readonly noted = new Set<string>();

    constructor(
        private readonly sdk: Sdk,
        private readonly answers: NonNullable<Answers["invokes"]>,
        private readonly states: States,
    ) {
        const { runtime } = sdk.pulumi;
        const { invoke, invokeOutput, invokeSingle, invokeSingleOutput } = runtime;
        const unknownOutput = (): unknown => sdk.pulumi.output(unknownValue);
        // An engine's answer is a set of named properties. One that stands for any name can only be given here.
        Object.assign(runtime, {
            invoke: this.instead(invoke, () => Promise.resolve(unknownValue)),
            invokeSingle: this.instead(invokeSingle, () => Promise.resolve(unknownValue)),
            invokeOutput: this.instead(invokeOutput, unknownOutput),
            invokeSingleOutput: this.instead(invokeSingleOutput, unknownOutput),
            call: (token: string) => {
                this.note(token);
                return unknownOutput();
            },
        });
        Object.assign(sdk.monitor, { invoke: this.invoke.bind(this), call: this.invoke.bind(this) });
    }

    private instead(
        original: (token: string, ...rest: never[]) => unknown,
        unanswered: () => unknown,
    ): (token: string, ...rest: never[]) => unknown {
        return (token, ...rest) => {
            if (this.isAnswered(token)) return original(token, ...rest);
            this.note(token);
            return unanswered();
        };
    }

    private isAnswered(token: string): boolean {
        return (
            Object.hasOwn(this.answers, token) ||
            RENDERERS.has(token) ||
            token === "kubernetes:yaml:decode" ||
            token === "pulumi:pulumi:getResource"
        );
    }

    private invoke(request: ResourceInvokeRequest, respond: Respond<unknown>): void {
        try {
            const args = (request.getArgs()?.toJavaScript() ?? {}) as Fields;
            const response = new this.sdk.providers.InvokeResponse();
            response.setReturn(this.sdk.Struct.fromJavaScript(this.answer(request.getTok(), args) as never));
            respond(null, response);
        } catch (error) {
            // The SDK shows the `details` of a failed call.
            const details = error instanceof Error ? error.message : String(error);
            respond(Object.assign(new Error(details), { details }), undefined);
        }
    }

    private answer(token: string, args: Fields): Fields {
        const given = Object.hasOwn(this.answers, token) ? this.answers[token] : undefined;
        if (given !== undefined) return given;
        if (token === "kubernetes:yaml:decode") return { result: decodeYaml(String(args["text"])) };
        if (token === "pulumi:pulumi:getResource") {
            const urn = String(args["urn"]);
            return { urn, id: "", state: this.states.get(urn) ?? {} };
        }
        if (RENDERERS.has(token)) {
            this.noteOnce(
                token,
                `not expanded: ${token} runs in the Kubernetes provider, which is not there offline`,
            );
            return { result: [] };
        }
        this.note(token);
        return {};
    }

    private note(token: string): void {
        this.noteOnce(token, UNANSWERED);
    }

    private noteOnce(token: string, message: string): void {
        if (this.noted.has(token)) return;
        this.noted.add(token);
        note({ subject: token, message });
    }
}
